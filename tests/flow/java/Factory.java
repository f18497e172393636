import flow.Io;

interface Speaker {
  String answer(String question);
}

class Echo implements Speaker {
  public String answer(String question) {
    return question;
  }
}

class Refusal implements Speaker {
  public String answer(String question) {
    return "no comment";
  }
}

class Factory {
  static Speaker create(String kind) {
    return kind.equals("echo") ? new Echo() : new Refusal();
  }

  static void interview() {
    String question = Io.source();
    // ruleid: flow
    Io.sink(create("echo").answer(question));
    // ok: flow
    Io.sink(create("refusal").answer(question));
  }
}
