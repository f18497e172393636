using Flow;

record Place(string Name, string Direction);

class RecordType
{
    static void Run()
    {
        var place = new Place(Io.Source(), "north");
        // ruleid: flow
        Io.Sink(place.Name);
        // ok: flow
        Io.Sink(place.Direction);
        var renamed = place with { Name = "fixed" };
        // ok: flow
        Io.Sink(renamed.Name);
    }
}
