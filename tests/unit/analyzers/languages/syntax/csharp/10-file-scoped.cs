global using System;
namespace A.B;
public readonly record struct Pair(int X, int Y);
class C {
    const string Name = "a", Full = $"{Name}.b";
    void Run(Pair pair) {
        before(1);
        (var x, int y) = pair;
        if (pair is { X: 1, Y: > 2 }) return;
        var f = [Obsolete] int (string s) => s.Length;
        after(1);
    }
}
