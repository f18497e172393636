function build() {
  const root = { label: 'root', child: { label: 'left' } };
  root.child.label = source();
  // ruleid: flow
  sink(root.child.label);
  // ok: flow
  sink(root.label);
}
