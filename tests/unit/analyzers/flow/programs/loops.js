// expect: 0-0
// expect: 1-0
// expect: 1-1
// expect: b
// expect: c
// expect: 2
// expect: x=1
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j > i) continue outer;
    if (i === 2) break outer;
    console.log(i + "-" + j);
  }
}
switch ("b") { case "a": console.log("a"); case "b": console.log("b"); case "c": console.log("c"); break; default: console.log("d"); }
let n = 0;
do { n++; } while (n < 2);
console.log(n);
for (const k in {x: 1}) console.log(k + "=" + 1);
