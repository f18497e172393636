using Flow;

class ThreeCallsDeep
{
    static string Outer(string text) => Middle("<" + text + ">");

    static string Middle(string text) => Inner(text, "end");

    static string Inner(string text, string last) => text + last;

    static void Run()
    {
        // ruleid: flow
        Io.Sink(Outer(Io.Source()));
        // ok: flow
        Io.Sink(Outer("fixed"));
    }
}
