// expect: point 3
// expect: 4
// expect: 1
// expect: 2
class Base { constructor(n) { this.n = n; } name() { return "base"; } }
class Point extends Base { name() { return "point " + this.n; } static zero = 4; }
const p = new Point(3);
console.log(p.name());
console.log(Point.zero);
let i = 1;
console.log(i++);
console.log(i);
