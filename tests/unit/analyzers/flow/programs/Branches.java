// expect: no
// expect: both
// expect: text
// expect: 1,9
class Branches {
  static boolean shout(String s) { System.out.println(s); return true; }
  public static void main(String[] args) {
    int x = 3;
    if (x > 5 && shout("wrong")) { System.out.println("yes"); } else { System.out.println("no"); }
    if (x > 5 || !(x == 4)) System.out.println("both");
    String s = x == 3 ? "text" : null;
    System.out.println(s);
    int[] a = {1, 2};
    a[1] = 9;
    String all = "";
    for (int i = 0; ; i++) { if (i >= 2) break; all = all + (i == 0 ? "" : ",") + a[i]; }
    System.out.println(all);
  }
}
