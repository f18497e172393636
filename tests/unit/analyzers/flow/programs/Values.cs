// expect: b a
// expect: 3
// expect: x=2
// expect: 9
// expect: 4
// expect: 7
class A { public int P = 1; int q; public A(int q) { this.q = q; P = q + 1; } public int Get() { return P + q; } }
class V {
  static void Main() {
    var (a, b) = ("a", "b");
    (a, b) = (b, a);
    Console.WriteLine(a + " " + b);
    var o = new A(1);
    Console.WriteLine(o.Get());
    Console.WriteLine($"x={o.P}");
    string z = null;
    var n = z ?? "9";
    Console.WriteLine(n);
    var d = new Dictionary<string, int> { ["a"] = 4 };
    Console.WriteLine(d["a"]);
    int Local(int x) => x + 5;
    Func<int, int> f = x => Local(x);
    Console.WriteLine(f.Invoke(2));
  }
}
