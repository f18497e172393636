// expect: 0
// expect: 2
// expect: low
// expect: arrow
// expect: guarded
// expect: 6
class P {
  static void Main() {
    for (int i = 0; i < 5; i++) { if (i == 1) continue; if (i == 3) break; Console.WriteLine(i); }
    switch (2) { case 1: case 2: Console.WriteLine("low"); break; default: Console.WriteLine("high"); break; }
    var s = 1 switch { 1 => "arrow", _ => "other" };
    Console.WriteLine(s);
    int n = 5;
    switch (n) { case 5 when n > 9: Console.WriteLine("wrong"); break; case 5: Console.WriteLine("guarded"); break; }
    int sum = 0;
    foreach (var x in new[] { 1, 2, 3 }) sum += x;
    Console.WriteLine(sum);
  }
}
