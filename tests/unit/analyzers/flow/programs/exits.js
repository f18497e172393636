// expect: in
// expect: fin
// expect: boom
// expect: last
// expect: 2
function f() {
  try { console.log("in"); throw new Error("boom"); }
  catch ({message}) { return message; }
  finally { console.log("fin"); }
}
console.log(f());
function g() {
  for (const x of [1, 2, 3]) {
    try { if (x === 2) return x; } finally { if (x === 2) console.log("last"); }
  }
  return 9;
}
console.log(g());
