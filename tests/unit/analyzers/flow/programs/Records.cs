// expect: 3
// expect: goto
// expect: end
// expect: yes 2
// expect: 5
record Pair(int X, int Y) { public int Sum() { return X + Y; } }
class Q {
  static int Twice(int n = 2) { return n + n; }
  static void Main() {
    var p = new Pair(1, 2);
    Console.WriteLine(p.Sum());
    switch (1) { case 1: Console.WriteLine("goto"); goto case 3; case 2: Console.WriteLine("wrong"); break; case 3: Console.WriteLine("end"); break; }
    int i = 0;
    do { if (i == 2) break; i++; } while (true);
    Console.WriteLine(i > 1 ? $"yes {i}" : "no");
    int[] a = { 1, 4 };
    Console.WriteLine(a[0] + a[1]);
  }
}
