import 'dart:io';

// ruleid: dart-definition
final shared = Model(1);

class Start extends Page {
  // ruleid: dart-function
  void handle(int n, String text) {
    // ruleid: dart-call
    Process.run('sh', ['-c', text]);
    // ok: dart-call
    Process.run('ls', []);
    eval(text);
    // ruleid: dart-class
    print(text);
  }

  // ok: dart-function
  Future<int> load(String path) async {
    // ruleid: dart-definition
    final model = Model(path, size: 2);
    // ok: dart-definition
    var other = Model(path);
    // ruleid: dart-chain
    var text = File(path).readAsStringSync().trim();
    // ok: dart-chain
    text = await File(path).readAsString();
    // ruleid: dart-named
    connect(path, verify: false);
    // ok: dart-named
    connect(path, verify: true);
    // ruleid: dart-operators
    var sum = 1 - 2 + 3;
    // ok: dart-operators
    sum = 1 - (2 + 3);
    // ruleid: dart-interpolation
    db.query("select ${path.length} from x");
    // ok: dart-interpolation
    db.query("select 1");
    // ruleid: dart-catch
    try { go(); } catch (e) { }
    // ok: dart-catch
    try { go(); } catch (e) { log(e); }
    return sum;
  }
}

// ok: dart-class
void main() => print('x');
