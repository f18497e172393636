import flow.Io;

class ArgumentChanged {
  static class Form {
    String comment = "";
  }

  private static void fill(Form form, String text) {
    form.comment = text;
  }

  static void submit() {
    Form form = new Form();
    fill(form, Io.source());
    // ruleid: flow
    Io.sink(form.comment);
  }

  static void submitTemplate() {
    Form form = new Form();
    fill(form, "thank you");
    // ok: flow
    Io.sink(form.comment);
  }
}
