class Constants {
  private static final String NAME = "secret";
  private String once = "secret";
  private String twice = "secret";
  public String open = "secret";

  void uses(boolean flag) {
    // ruleid: constant-known
    use(NAME);
    // ruleid: constant-known
    use(once);
    // ok: constant-known
    use(twice);
    // ok: constant-known
    use(open);
    String local = "sec" + "ret";
    // ruleid: constant-known
    use(local);
    if (flag) local = "x";
    // ruleid: constant-some-string
    show(local);
    // ok: constant-known
    use(local);
    // ruleid: constant-some-string
    show(String.format("%s", "x"));
  }

  void writes() { twice = read(); }
}
