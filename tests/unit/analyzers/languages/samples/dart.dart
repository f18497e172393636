// A small client; most of the language in one place.
library shop.client;

import 'dart:io' as io show File, Directory;
import 'package:http/http.dart' hide Client;
export 'src/model.dart';
part 'client.g.dart';

const int limit = 0x10, other = 2;
final names = <String>['a', "b"];
var counter = 0;
Map<String, int> table = {};
typedef Handler = void Function(String text);
enum Season { winter, spring }

/// A base.
abstract class Shape<T extends Object> extends Base with Logged implements Comparable<T>, Other {
  final int x = 1, y;
  static const String kind = 'shape';
  late final String? note;
  Shape(this.x, {required String name, int z = 3}) : assert(x > 0), super(name), y = z;
  Shape.named(int q) : this(q, name: '');
  const Shape.constant();
  factory Shape.of(int q) => Circle(q);
  get area => x * y - 1 + 2;
  set area(double v) { y = v; }
  double scale([int? by]);
  @override
  @Deprecated('no')
  bool operator ==(Object o) => identical(this, o);

  static Future<int> load(List<String> args, [int? n]) async {
    final model = GenerativeModel(model: 'a', key: "b $n ${args.first.length}!");
    var a = io.File(args[0]).readAsString().then((v) => v.length);
    a?.b!.c = new Map<String, int>()..x = 1..go(2);
    for (var i = 0; i < 3 && !ok || done; i++) print(-i + 2 * 3);
    for (final e in args) { await e; counter += 1; }
    if (a is! String) return 1; else if (x == 2) { throw StateError('x'); }
    try { go(); } on io.IOException catch (e, s) { rethrow; } catch (e) { log(e); } finally { close(); }
    switch (n) { case 1: case 2: go(); break; default: return 0; }
    while (true) { do { counter--; } while (counter > 0); break; }
    var m = {'a': 1, ...other, if (n != null) 'b': 2}; var s = {1, 2}; var l = <int>[1, for (var q in s) q];
    Process.run('sh', ['-c', "ls $n"], runInShell: true);
    int twice(int v) { return v << 1 | 3 & 4; }
    assert(n != null, 'no');
    return (a as int) ?? (ok ? 1 : 2);
  }
}

mixin Logged on Base { void log(String text) => print(text); }
extension Texts on String { bool get blank => trim().isEmpty; }

Stream<int> numbers() async* { yield 1; yield* other(); }
void main(List<String> args) => Shape.load(args, 1);
