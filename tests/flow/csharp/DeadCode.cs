using Flow;

class DeadCode
{
    static void StopEarly()
    {
        string text = Io.Source();
        return;
        // ok: flow
        Io.Sink(text);
    }

    static void GoesOn(bool ready)
    {
        string text = Io.Source();
        if (!ready) return;
        // ruleid: flow
        Io.Sink(text);
    }
}
