using Flow;

class Recursion
{
    static string Pad(string text, int left)
    {
        return left <= 0 ? text : Pad(" " + text, left - 1);
    }

    static string Count(string text, int left)
    {
        return left <= 0 ? "done" : Count(text, left - 1);
    }

    static void Run()
    {
        // ruleid: flow
        Io.Sink(Pad(Io.Source(), 2));
        // ok: flow
        Io.Sink(Count(Io.Source(), 2));
    }
}
