// expect: 0
// expect: 2
// expect: two
// expect: three
// expect: arrow
// expect: 6
// expect: yielded
class Loops {
  public static void main(String[] args) {
    lab: for (int i = 0; i < 5; i++) {
      if (i == 1) continue lab;
      if (i == 3) break lab;
      System.out.println(i);
    }
    switch (2) { case 1: System.out.println("one"); case 2: System.out.println("two"); case 3: System.out.println("three"); break; default: System.out.println("default"); }
    String s = switch (1) { case 1, 2 -> "arrow"; default -> "other"; };
    System.out.println(s);
    int sum = 0;
    for (int x : new int[] {1, 2, 3}) { sum += x; }
    System.out.println(sum);
    String t = switch (7) { case 1 -> "a"; default -> { yield "yielded"; } };
    System.out.println(t);
  }
}
