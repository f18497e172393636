using Flow;

class Format
{
    static void Label()
    {
        string part = Io.Source();
        // ruleid: flow
        Io.Sink(string.Format("part {0} of {1}", part, 3));
        // ok: flow
        Io.Sink(string.Format("part {0} of {1}", "engine", 3));
    }
}
