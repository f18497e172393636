class A {
    public required string Name { get; init; }
    void Run(int[] list) {
        before(1);
        var raw = """
            {"key": "value"}
            """;
        var filled = $$"""{"a": {{list.Length}}}""";
        if (list is [1, .., var last] and [_, _, ..]) System.Console.WriteLine(last);
        var bytes = "text"u8;
        var shifted = list[0] >>> 2;
        after(1);
    }
}
