import 'dart:io' as io show File;
const int limit = 0x10;
abstract class A<T> extends B with C implements D<T>, E {
  final io.File? x, y = null;
  A(this.x, {required String name, int z = 3}) : super(name);
  factory A.of(int q) => A(q);
  @override Future<int> run(List<String> args) async {
    var a = new Map<String, int>()..x = 1;
    for (final e in args) await e.b[0]?.c("k $e ${a.n}");
    try { a - 1 + 2 * -i; } on io.Fail catch (e) { rethrow; }
    switch (a) { case 1: f(n: {'k': 1, ...m}); default: return a as int; }
  }
}
