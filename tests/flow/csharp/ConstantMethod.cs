using Flow;

class ConstantMethod
{
    static bool Audited() => true;

    static int Limit()
    {
        return 7 * 6;
    }

    static void Run()
    {
        string text = Io.Source();
        if (!Audited())
        {
            // ok: flow
            Io.Sink(text);
        }
        if (Limit() > 40)
        {
            // ruleid: flow
            Io.Sink(text);
        }
    }
}
