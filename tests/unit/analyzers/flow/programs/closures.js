// expect: 3
// expect: 5
// expect: 2,4
// expect: hoisted
// expect: deep
const make = () => { let n = 0; return { up() { n += 1; return n; }, get: () => n }; };
const c = make();
c.up(); c.up(); c.up();
console.log(c.get());
const add = (a, b = 2) => a + b;
console.log(add(3));
console.log([1, 2].map(x => x * 2));
console.log(early());
function early() { return "hoisted"; }
console.log((function (x) { return (() => x)(); })("deep"));
