using Pair = (int X, int Y);
class Service(ILogger log, int count = 0) : Base(log) {
    int[] numbers = [1, 2, .. Other(), 3];
    void Run() {
        before(1);
        var f = (int a, int b = 2) => a + b;
        System.Span<char> letters = ['a', 'b'];
        log.Write(count);
        after(1);
    }
    void Refs(ref readonly int x) { }
}
