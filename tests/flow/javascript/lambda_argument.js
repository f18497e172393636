function apply(action, value) {
  return action(value);
}

function run() {
  const typed = source();
  // ruleid: flow
  sink(apply((text) => text + '!', typed));
  // ok: flow
  sink(apply(() => 'fixed', typed));
}
