using Flow;

class RefParameter
{
    static void Append(ref string text, string more)
    {
        text = text + more;
    }

    static void AppendCopy(string text, string more)
    {
        text = text + more;
    }

    static void Run()
    {
        string letter = "dear ";
        AppendCopy(letter, Io.Source());
        // ok: flow
        Io.Sink(letter);
        Append(ref letter, Io.Source());
        // ruleid: flow
        Io.Sink(letter);
    }
}
