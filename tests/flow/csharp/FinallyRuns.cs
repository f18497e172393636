using Flow;

class FinallyRuns
{
    static void Lock()
    {
        string holder = "nobody";
        try
        {
            holder = Io.Source();
        }
        finally
        {
            // ruleid: flow
            Io.Sink(holder);
            holder = "nobody";
        }
        // ok: flow
        Io.Sink(holder);
    }
}
