class Meanings {
  private RawQuery field;
  void a(RawQuery one, BoundQuery two) {
    // ruleid: meaning-declared-type
    one.run(1);
    // ok: meaning-declared-type
    two.run(1);
    // ruleid: meaning-declared-type
    this.field.run(1);
    var made = new RawQuery();
    // ruleid: meaning-declared-type
    made.run(2);
    // ok: meaning-declared-type
    unknown().run(1);
  }
  void b(String x) {
    // ruleid: meaning-joined-text
    send("select * " + "from t " + "where " + x + ";");
    // ok: meaning-joined-text
    send("select * " + "from t " + x);
    // ruleid: meaning-format
    show(String.format("user-%s %d%%", "a", 7));
    // ok: meaning-format
    show(String.format("user-%5s %d%%", "a", 7));
    // ok: meaning-format
    show(String.format("user-%s %d%%", "b", 7));
  }
}
