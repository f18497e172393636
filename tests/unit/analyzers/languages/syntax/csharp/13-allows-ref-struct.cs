class A {
    void Run() { before(1); }
    void Any<T>(T x) where T : allows ref struct { }
    void Go() { after(1); }
}
