// ruleid: match-text
eval(a);
class A {
  f(o) {
    // ruleid: match-all
    o.exec("rm " + name, 12);
    // ok: match-all
    o.exec("rm " + name, 16);
    // ok: match-all
    o.exec(name, 12);
    // ruleid: match-all
    spawn(a + b, 9);
    function safe() {
      // ok: match-all
      spawn(a + b, 9);
    }
  }
}
// ok: match-all
spawn(a + b, 9);

// ruleid: match-regex-value
hash("md5");
// ok: match-regex-value
hash("sha256");
const weak = "md4";
// ruleid: match-regex-value
hash(weak);

// ruleid: match-as
read(1, secret);
// ok: match-as
write(1, open);

page = load();
// ruleid: match-anywhere
render(page);
// ok: match-anywhere
render(other);

// ruleid: match-text-regex
f(); // TODO-security: check
// ok: match-text-regex
f(); // TODO-layout: check

// ruleid: match-fix
safeCopy(a);
