using System;
before(1);
Point p = new(1, 2) { Y = 3 };
var q = p with { X = 4 };
if (q is { X: > 0 and < 10 or 20 } and not null) Console.WriteLine(q);
Func<int, int, int> f = static (_, _) => 1;
nint size = 5;
after(1);
public record Point(int X, int Y) { public int Z { get; init; } }
