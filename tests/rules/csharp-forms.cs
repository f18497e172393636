// ruleid: csharp-form-using-system
using System;
// ruleid: csharp-form-class-controller, csharp-form-public-class-foo-controller-privat
public class Foo : Controller {
    // ruleid: csharp-form-httpget-public-async-task, csharp-form-httpget-public, csharp-form-public-string, csharp-form-fromquery
    [HttpGet("x")]
    public async Task<IActionResult> Get([FromQuery] string id, int n = 1) {
        // ruleid: csharp-form-new-sqlcommand, csharp-form-new-sqlcommand-2, csharp-form-var-new-sqlcommand
        var cmd = new SqlCommand("SELECT " + id, conn);
        // ruleid: csharp-form-operator, csharp-form-string
        string s = $"a {id}";
        // ruleid: csharp-form-foreach-var-in
        foreach (var x in xs) { Use(x); }
        // ruleid: csharp-form-for-int, csharp-form-for
        for (int i = 0; i < 10; i++) { Use(i); }
        // ruleid: csharp-form-while-true
        while (true) { Go(); }
        // ruleid: csharp-form-do-while
        do { Go(); } while (x);
        // ruleid: csharp-form-switch-case, csharp-form-switch
        switch (id) { case "a": Go(); break; default: Stop(); break; }
        // ruleid: csharp-form-switch-case, csharp-form-switch, csharp-form-switch-2
        var y = id switch { "a" => 1, _ => 2 };
        // ruleid: csharp-form-using-var-file-open
        using (var st = File.Open(id)) { Use(st); }
        // ruleid: csharp-form-using-var-file-open-2
        using var st2 = File.Open(id);
        // ruleid: csharp-form-lock, csharp-form-lock-this
        lock (this) { Go(); }
        // ruleid: csharp-form-try-catch-ioexception-when-finally
        try { Go(); } catch (IOException e) when (e.X) { Log(e); } finally { Close(); }
        // ruleid: csharp-form-if-null-else, csharp-form-if-null-return-null-else
        if (id == null) { return null; } else { Go(); }
        // ruleid: csharp-form-where, csharp-form-where-select, csharp-form-select-return
        xs.Where(x => x.A).Select(x => { return x.B; });
        // ruleid: csharp-form-new-dictionary
        var d = new Dictionary<string, int> { ["a"] = 1 };
        // ruleid: csharp-form-await-getasync, csharp-form-getasync, csharp-form-await-throw
        await client.GetAsync(id);
        // ruleid: csharp-form-throw-new
        throw new Exception("a");
        // ruleid: csharp-form-string-2
        var t = (string)obj;
        // ruleid: csharp-form-string-2, csharp-form-as-string
        var u = obj as string;
        // ruleid: csharp-form-is-string
        if (obj is string q) { Use(q); }
        // ruleid: csharp-form-operator-2
        a?.B?.C();
        // ruleid: csharp-form-return-view
        return View(id);
        // ruleid: csharp-form-new-int
        int[] arr = new int[] { 1, 2 };
        // ruleid: csharp-form-operator-3
        x ??= y;
        Func<int, int> f = delegate(int z) { return z; };
        // ruleid: csharp-form-new
        var anon = new { A = 1, B = id };
        // ruleid: csharp-form-typeof
        Foo.Bar<int>.Baz(typeof(string));
        // ruleid: csharp-form-operator-4
        arr[0] = 1;
        // ruleid: csharp-form-unsafe
        unsafe { *p = 1; }
    }
    // ruleid: csharp-form-public-string-get-set
    public string Name { get; set; } = "x";
    // ruleid: csharp-form-const-string, csharp-form-private-const-string-secret
    private const string Key = "secret";
    // ruleid: csharp-form-public-foo, csharp-form-public-foo-base
    public Foo(IDb db) : base(db) { _db = db; }
    // ruleid: csharp-form-static-int-int, csharp-form-int-int
    static int Twice(int x) => x * 2;
    ~Foo() { }
    public event Action E;
    delegate int D(int x);
    // ruleid: csharp-form-enum
    enum En { A, B }
    // ruleid: csharp-form-struct
    struct St { public int X; }
    // ruleid: csharp-form-interface
    interface I { void M(); }
    record R(int A, string B);
}
class RestOfBlock {
  void Run(string text) {
    other.Take();
    Reader reader = new Reader(text);
    // ruleid: csharp-form-rest-of-block
    while (reader.Take()) {
      // ruleid: csharp-form-rest-of-block
      reader.Take();
      other.Take();
    }
  }
}
