// expect: open
// expect: body
// expect: close b
// expect: close a
// expect: caught x
// expect: finally
// expect: 1
class R {
  String name;
  R(String name) { this.name = name; System.out.println(name == "a" ? "open" : "body"); }
  void close() { System.out.println("close " + name); }
}
class Exits {
  static int f() {
    try (R a = new R("a"); R b = new R("b")) {
      throw new IllegalStateException("x");
    } catch (IllegalArgumentException | ArithmeticException e) {
      System.out.println("wrong");
    } catch (IllegalStateException e) {
      System.out.println("caught " + e.getMessage());
      return 1;
    } finally {
      System.out.println("finally");
    }
    return 2;
  }
  public static void main(String[] args) { System.out.println(f()); }
}
