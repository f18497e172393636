class Slot {
  value = '';
}

function shared(): void {
  const here = new Slot();
  const there: Slot = here;
  there.value = source();
  // ruleid: flow
  sink(here.value);
}

function separate(): void {
  const here = new Slot();
  const there = new Slot();
  there.value = source();
  // ok: flow
  sink(here.value);
}
