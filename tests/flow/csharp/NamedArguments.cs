using Flow;

class NamedArguments
{
    static string Sign(string text, string author = "anonymous", string place = "here")
    {
        return text + author;
    }

    static void Run()
    {
        // ruleid: flow
        Io.Sink(Sign(author: Io.Source(), text: "by "));
        // ok: flow
        Io.Sink(Sign("by ", place: Io.Source()));
        // ok: flow
        Io.Sink(Sign("by "));
    }
}
