import flow.Io;

interface Titled {
  String title();

  default String heading() {
    return "# " + title();
  }
}

class Chapter implements Titled {
  public String title() {
    return Io.source();
  }
}

class Cover implements Titled {
  public String title() {
    return Io.source();
  }

  @Override
  public String heading() {
    return "cover";
  }
}

class InterfaceDefault {
  static void run() {
    // ruleid: flow
    Io.sink(new Chapter().heading());
    // ok: flow
    Io.sink(new Cover().heading());
  }
}
