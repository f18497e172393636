using Flow;

static class TextExtensions
{
    public static string Quoted(this string text)
    {
        return "\"" + text + "\"";
    }

    public static string Blank(this string text)
    {
        return new string(' ', text.Length);
    }
}

class ExtensionMethod
{
    static void Run()
    {
        // ruleid: flow
        Io.Sink(Io.Source().Quoted());
        // ok: flow
        Io.Sink(Io.Source().Blank());
    }
}
