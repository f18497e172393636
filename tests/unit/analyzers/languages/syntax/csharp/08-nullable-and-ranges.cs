#nullable enable
class A {
    string? name;
    async System.Collections.Generic.IAsyncEnumerable<int> Run(string? text) {
        before(1);
        name ??= text!;
        var last = text?[^1];
        var part = text![1..^1];
        await foreach (var x in Run(null)) yield return x;
        using var file = Open();
        static int Local(int a) => a;
        var kind = (text, name) switch { (null, _) => 0, ({ Length: > 3 }, "b") => 1, _ => Local(2) };
        after(1);
    }
}
