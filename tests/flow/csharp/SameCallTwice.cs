using Flow;

class SameCallTwice
{
    static string Framed(string text)
    {
        return "[" + text + "]";
    }

    static void Run()
    {
        string typed = Framed(Io.Source());
        string constant = Framed("fixed");
        // ruleid: flow
        Io.Sink(typed);
        // ok: flow
        Io.Sink(constant);
    }
}
