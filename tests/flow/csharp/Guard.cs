using Flow;

class Guard
{
    static void Guarded(bool known)
    {
        string typed = Io.Source();
        if (!known)
        {
            typed = "unknown";
            // ok: flow
            Io.Sink(typed);
            return;
        }
        // ruleid: flow
        Io.Sink(typed);
    }
}
