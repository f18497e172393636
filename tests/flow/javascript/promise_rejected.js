function fail(text) {
  return Promise.reject(new Error(text));
}

function run() {
  fail(source()).catch((problem) => {
    // ruleid: flow
    sink(problem.message);
  });
  fail('fixed').catch((problem) => {
    // ok: flow
    sink(problem.message);
  });
}
