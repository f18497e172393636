using Flow;

class NullCoalescing
{
    static void Fill(string nothing)
    {
        string city = nothing ?? Io.Source();
        // ruleid: flow
        Io.Sink(city);
        string fixedCity = "Rome";
        // ok: flow
        Io.Sink(fixedCity ?? Io.Source());
        // ruleid: flow
        Io.Sink(Io.Source()?.Trim() ?? "none");
    }
}
