function make() {
  const secret = source();
  const open = 'hello';
  const show = () => {
    // ruleid: flow
    sink(secret);
    // ok: flow
    sink(open);
  };
  show();
}
