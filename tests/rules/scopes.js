function one(value) {
  // ruleid: scope-same-variable
  take(value);
}

function two(value) {
  check(value);
  // ok: scope-same-variable
  take(value);
}
