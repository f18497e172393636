interface IA {
    static int count = before(1);
    int Value { get; }
    void Run() => System.Console.WriteLine(Value);
    private static int Hidden() { return after(1); }
}
