class K {
  // ruleid: field-on
  key = secret();
}
// ruleid: field-on, field-off
const other = secret();
const o = {
  // ruleid: field-on
  key: secret(),
};
// ruleid: let-on, let-off
var a = once();
// ruleid: let-on
let b = once();
// ruleid: let-on
const c = once();
// ruleid: members-on, members-off
cookie({secure: false});
// ruleid: members-on
cookie({secure: false, path: "/"});
