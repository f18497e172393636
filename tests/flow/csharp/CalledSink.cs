using Flow;

class CalledSink
{
    static void Print(string text, string copies)
    {
        // ruleid: flow
        Io.Sink(text);
        // ok: flow
        Io.Sink(copies);
    }

    static void Run()
    {
        Print(Io.Source(), "2");
    }
}
