using Flow;

class Program
{
    static void Run()
    {
        string typed = Io.Source();
        if (Config.Trace)
        {
            // ok: flow
            Io.Sink(typed);
        }
        if (Config.Level > 2)
        {
            // ruleid: flow
            Io.Sink(typed);
        }
    }
}
