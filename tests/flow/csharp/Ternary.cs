using Flow;

class Ternary
{
    static void Pick(bool flag)
    {
        string typed = Io.Source();
        // ruleid: flow
        Io.Sink(flag ? "default" : typed);
        // ok: flow
        Io.Sink(flag ? "left" : "right");
        int limit = 10;
        // ok: flow
        Io.Sink(limit > 5 ? "enough" : typed);
    }
}
