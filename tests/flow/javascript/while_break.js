function untilFound(found) {
  let token;
  while (true) {
    token = source();
    if (found) break;
    token = 'again';
    return;
  }
  // ruleid: flow
  sink(token);
}

function untilCleared(found) {
  let token = source();
  outer: for (;;) {
    for (;;) {
      token = 'cleared';
      if (found) break outer;
      found = true;
    }
  }
  // ok: flow
  sink(token);
}
