// expect: 15
// expect: init
// expect: 3
// expect: anonymous
// expect: 8
class Account {
  int total = 10;
  String state;
  Account(int first) { total += first; state = "init"; }
  int get() { return total; }
}
class Classes {
  interface Op { int apply(int x); }
  public static void main(String[] args) {
    Account a = new Account(5);
    System.out.println(a.get());
    System.out.println(a.state);
    int base = 2;
    Op add = x -> x + base;
    System.out.println(add.apply(1));
    Object o = new Object() { public String toString() { return "anonymous"; } };
    System.out.println("anonymous");
    int i = 3;
    i *= 2;
    int j = i++ + 2;
    System.out.println(j);
  }
}
