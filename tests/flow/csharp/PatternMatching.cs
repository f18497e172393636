using Flow;

class PatternMatching
{
    static void Show(object thing)
    {
        if (thing is string text)
        {
            // ruleid: flow
            Io.Sink(text);
        }
        if (thing is int number)
        {
            // ok: flow
            Io.Sink("number");
        }
    }

    static void Run()
    {
        Show(Io.Source());
        Show(42);
    }
}
