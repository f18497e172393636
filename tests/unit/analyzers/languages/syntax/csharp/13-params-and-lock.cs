class A {
    void Run(params System.ReadOnlySpan<int> numbers) {
        before(1);
        var escape = "\e[1m";
        var lockObject = new System.Threading.Lock();
        lock (lockObject) { Run(1, 2); }
        after(1);
    }
    ref struct S : System.IDisposable { public void Dispose() { } }
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)] void Old() { }
}
