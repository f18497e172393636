// expect: inner
// expect: outer
// expect: after 1
// expect: body
// expect: f
// expect: 3
// expect: late
class Nested {
  static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }
  public static void main(String[] args) {
    int i = 0;
    while (true) {
      try {
        try { i++; if (i == 1) break; } finally { System.out.println("inner"); }
      } finally { System.out.println("outer"); }
    }
    System.out.println("after " + i);
    for (int k = 0; k < 2; k++) {
      try { if (k == 1) continue; System.out.println("body"); throw new RuntimeException("r"); }
      catch (RuntimeException e) { k = 5; }
      finally { if (k == 5) System.out.println("f"); }
    }
    System.out.println(depth(3));
    try { int zero = 0; int x = 1 / zero; System.out.println("wrong"); } catch (Exception e) { System.out.println("late"); }
  }
}
