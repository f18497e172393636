partial class A {
    public partial string Name { get; set; }
    void Run() { before(1); }
}
partial class A {
    public partial string Name { get => name; set => name = value; }
    void Go() { after(1); }
}
