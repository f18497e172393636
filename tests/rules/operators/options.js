// ruleid: options-symmetric
if (null == a) {}
// ruleid: options-symmetric
if (a == null) {}
// ok: options-default
if (0 == a) {}
// ruleid: options-default
if (a == 0) {}
const weak = "md5";
// ok: options-no-constants
hash(weak);
// ruleid: options-no-constants
hash("md5");
// ruleid: options-boolean
if (ready && isAdmin()) {}
// ruleid: options-boolean
if (isAdmin() && ready) {}
// ruleid: options-expression
fire();
// ok: options-expression
x = fire();
