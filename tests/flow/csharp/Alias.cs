using Flow;

class Slot
{
    public string Value = "";
}

class Alias
{
    static void Shared()
    {
        Slot here = new Slot();
        Slot there = here;
        there.Value = Io.Source();
        // ruleid: flow
        Io.Sink(here.Value);
    }

    static void Separate()
    {
        Slot here = new Slot();
        Slot there = new Slot();
        there.Value = Io.Source();
        // ok: flow
        Io.Sink(here.Value);
    }
}
