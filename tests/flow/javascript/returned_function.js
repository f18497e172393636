function prefixer(prefix) {
  return function (text) {
    return prefix + text;
  };
}

function run() {
  const hostile = prefixer(source());
  const friendly = prefixer('mr ');
  // ruleid: flow
  sink(hostile('smith'));
  // ok: flow
  sink(friendly('smith'));
}
