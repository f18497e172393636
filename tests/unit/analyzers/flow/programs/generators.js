// expect: 6
// expect: none
// expect: a,b
// expect: 4
// expect: done 0
// expect: x
const sum = (...all) => { let s = 0; for (const x of all) s += x; return s; };
console.log(sum(...[1, 2], 3));
const o = {k: null, f() { return "none"; }};
console.log(o.k ?? o.f());
const list = [];
for (const [k, v] of Object.entries({a: 1, b: 2})) { if (v > 0) list.push(k); }
console.log(list.join(","));
var hoisted = 1;
{ var hoisted = 4; }
console.log(hoisted);
let left = 2;
while (left) { left--; if (left === 5) break; }
console.log("done " + left);
const t = ["x", "y"][0];
switch (true) { case t === "y": console.log("y"); break; case t === "x": console.log("x"); }
