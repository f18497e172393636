function refuse(name) {
  throw new Error('unknown ' + name);
}

function caught() {
  try {
    refuse(source());
  } catch (problem) {
    // ruleid: flow
    sink(problem.message);
  }
}

function caughtFixed() {
  try {
    refuse('nobody');
  } catch (problem) {
    // ok: flow
    sink(problem.message);
  }
}
