using Flow;

class Guest
{
    public string Name { get; set; }
    public string Table { get; set; }
}

class TwoFields
{
    static void Seat()
    {
        var guest = new Guest { Name = Io.Source(), Table = "window" };
        // ruleid: flow
        Io.Sink(guest.Name);
        // ok: flow
        Io.Sink(guest.Table);
    }
}
