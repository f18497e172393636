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

function scopes(flag) {
  if (flag) {
    var held = "secret";
    let inner = "secret";
  }
  // ruleid: constant-known
  use(held);
  // ok: constant-known
  use(inner);
  {
    var twice = "secret";
    {
      var twice = read();
    }
  }
  // ok: constant-known
  use(twice);
}
