import java.util.List;
import javax.crypto.Cipher;

class A {
  private final Runtime runtime = Runtime.getRuntime();
  private Other other;

  void f(Runtime given, Executor executor, String text, List<Runtime> all, int number) {
    // ruleid: typed-receiver
    given.exec("a");
    // ruleid: typed-receiver
    this.runtime.exec("a");
    // ruleid: typed-receiver
    runtime.exec("a");
    // ok: typed-receiver
    executor.exec("a");
    // ok: typed-receiver
    other.exec("a");
    for (Runtime each : all) {
      // ruleid: typed-receiver
      each.exec("a");
    }
    // ok: typed-receiver
    all.exec("a");
    // ruleid: typed-condition
    query(text);
    // ruleid: typed-condition
    query("select " + number);
    // ok: typed-condition
    query(number);
    var made = new StringBuilder();
    // ruleid: typed-condition
    query(made);
    // ruleid: typed-condition
    query((String) unknown());
    // ok: typed-condition
    query(unknown());
    // ruleid: typed-definition
    Algorithm algorithm = Algorithm.none();
    // ok: typed-definition
    Object object = Algorithm.none();
    // ruleid: typed-static
    Cipher.getInstance("DES");
  }

  void g(Other runtime) {
    // ok: typed-receiver
    runtime.exec("a");
  }
}
