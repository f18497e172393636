const name = "secret";
let changed = "secret";
changed = read();
implicit = "secret";

function f(flag) {
  // ruleid: constant-known
  use(name);
  // ok: constant-known
  use(changed);
  // ruleid: constant-known
  use(implicit);
  // ruleid: constant-known
  use(`secret`);
  // ok: constant-some-string
  show(`a ${flag}`);
  {
    const name = "other";
    // ok: constant-known
    use(name);
  }
}
