import flow.Io;

class Mail {
  private final String subject;
  private final String priority;

  Mail(String subject, String priority) {
    this.subject = subject;
    this.priority = priority;
  }

  String headline() {
    return "Re: " + subject;
  }

  String flag() {
    return "!" + priority;
  }
}

class Constructor {
  static void answer() {
    Mail mail = new Mail(Io.source(), "high");
    // ruleid: flow
    Io.sink(mail.headline());
    // ok: flow
    Io.sink(mail.flag());
  }
}
