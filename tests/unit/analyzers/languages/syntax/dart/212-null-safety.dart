int first() { before(1); return 0; }
class A {
  late final String name;
  A({required this.name, int? size});
  A.other(super.x);
  int get length => name?.length ?? other!.length;
}
enum Size { small, big }
void last() { after(1); }
