function readLine() {
  return source();
}

function readDefault() {
  return 'default';
}

module.exports = { readLine, readDefault };
