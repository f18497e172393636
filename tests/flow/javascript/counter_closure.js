function memory() {
  let kept = '';
  return {
    keep(text) { kept = text; },
    recall() { return kept; },
  };
}

function run() {
  const hostile = memory();
  const friendly = memory();
  hostile.keep(source());
  friendly.keep('hello');
  // ruleid: flow
  sink(hostile.recall());
  // ok: flow
  sink(friendly.recall());
}
