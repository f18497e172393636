using Flow;

class TupleValue
{
    static (string Length, string Unit) Measure()
    {
        return (Io.Source(), "cm");
    }

    static void Report()
    {
        var (length, unit) = Measure();
        // ruleid: flow
        Io.Sink(length);
        // ok: flow
        Io.Sink(unit);
        // ruleid: flow
        Io.Sink(Measure().Length);
        // ok: flow
        Io.Sink(Measure().Unit);
    }
}
