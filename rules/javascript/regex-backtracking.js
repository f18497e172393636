function check(text) {
  // ruleid: javascript-regex-backtracking
  const words = /^(a+)+$/.test(text);
  // ruleid: javascript-regex-backtracking
  const names = text.match(/^([a-zA-Z0-9]+)*@/);
  // ruleid: javascript-regex-backtracking
  const blanks = /(\w+\s?)*$/.exec(text);
  // ok: javascript-regex-backtracking
  const host = /^([a-z]+\.)+[a-z]+$/.test(text);
  // ok: javascript-regex-backtracking
  return /^[a-z]+$/.test(text) && words && names && blanks && host;
}
