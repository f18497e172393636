import flow.Io;

class Holder<T> {
  private T value;

  void put(T value) {
    this.value = value;
  }

  T get() {
    return value;
  }
}

class GenericClass {
  static void run() {
    Holder<String> typed = new Holder<>();
    Holder<String> fixed = new Holder<>();
    typed.put(Io.source());
    fixed.put("fixed");
    // ruleid: flow
    Io.sink(typed.get());
    // ok: flow
    Io.sink(fixed.get());
  }
}
