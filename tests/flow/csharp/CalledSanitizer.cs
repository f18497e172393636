using Flow;

class CalledSanitizer
{
    static string Pass(string text)
    {
        return Io.Clean(text);
    }

    static string Look(string text)
    {
        Io.Clean(text);
        return text;
    }

    static void Run()
    {
        // ok: flow
        Io.Sink(Pass(Io.Source()));
        // ruleid: flow
        Io.Sink(Look(Io.Source()));
    }
}
