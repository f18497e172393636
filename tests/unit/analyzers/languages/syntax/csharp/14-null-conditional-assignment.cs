class A {
    void First() { before(1); }
    void Run(A? a) {
        a?.Name = "x";
    }
    void Last() { after(1); }
}
