using Flow;

class Overwritten
{
    static void Discard()
    {
        string draft = Io.Source();
        draft = "empty";
        // ok: flow
        Io.Sink(draft);
    }

    static void Retain()
    {
        var draft = "empty";
        draft = Io.Source();
        // ruleid: flow
        Io.Sink(draft);
    }
}
