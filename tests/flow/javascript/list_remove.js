function queue() {
  const jobs = ['first', source(), 'last'];
  jobs.shift();
  // ruleid: flow
  sink(jobs[0]);
  // ok: flow
  sink(jobs[1]);
}

function pushInFront() {
  const jobs = [];
  jobs.push(source());
  jobs.unshift('urgent');
  // ok: flow
  sink(jobs[0]);
  // ruleid: flow
  sink(jobs[1]);
}
