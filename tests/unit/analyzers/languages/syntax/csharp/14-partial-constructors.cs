partial class A {
    void Run() { before(1); }
    public partial A(int x);
    public partial event System.Action Changed;
    void Go() { after(1); }
}
