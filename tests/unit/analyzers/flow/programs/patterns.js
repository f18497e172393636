// expect: 1 7 0
// expect: 2 1
// expect: 3
// expect: 9
// expect: no
// expect: x1y
const {a, b: c = 7, ...rest} = {a: 1, d: 0};
console.log(a + " " + c + " " + rest.d);
let x = 1, y = 2;
[x, y] = [y, x];
console.log(x + " " + y);
function f({p, q = 2}, [r]) { return p + q * r; }
console.log(f({p: 1}, [1]));
let z = null;
z ??= 9;
z ||= 1;
console.log(z);
console.log(false ? "yes" : "no");
console.log(`x${a}y`);
