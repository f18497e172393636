void first() { before(1); }
String run(Object o) {
  final (a, b) = pair();
  if (o case [int x, ...]) print(x);
  return switch (o) {
    int n when n > 3 => 'big',
    {'k': var v} => v,
    _ => 'other',
  };
}
void last() { after(1); }
