class A {
    public string Name { get; set => field = value ?? throw new System.ArgumentNullException(); }
    void Run(A? a) {
        before(1);
        after(1);
    }
}
