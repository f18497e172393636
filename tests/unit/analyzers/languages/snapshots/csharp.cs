using System;
namespace N {
  [Api("x")]
  public class C : Base, IThing {
    private readonly string a = "x", b;
    public int Count { get; private set; } = 1;
    public C(int n) : base(n) { }
    public async Task<int> Run<T>(ref string s, params int[] rest) where T : new() {
      var cmd = new Command($"a {s}") { Timeout = 3 };
      if (s is string { Length: 0 } || Parse<int>(s, out var i)) return await cmd?.Go(x => x + 1);
      try { } catch (Exception e) when (e != null) { throw; }
      return 0;
    }
  }
}
