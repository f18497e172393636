function run() {
  // ruleid: flow
  sink(decodeURIComponent(source()));
  // ruleid: flow
  sink(new URLSearchParams('name=' + source()).get('name'));
  // ok: flow
  sink(decodeURIComponent('a%20b'));
}
