void first() { before(1); }
enum Size {
  small(1),
  big(2);
  const Size(this.value);
  final int value;
}
void last() { after(1); }
