void first() { before(1); }
(int, String) pair() {
  var record = (1, name: 'a');
  return (record.$1, 'b');
}
void last() { after(1); }
