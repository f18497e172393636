using Flow;

static class Registry
{
    public static string Newest = "none";
    public static readonly string Version = "1";

    public static void Add(string name)
    {
        Newest = name;
    }
}

class StaticField
{
    static void Enroll()
    {
        Registry.Add(Io.Source());
        // ruleid: flow
        Io.Sink(Registry.Newest);
        // ok: flow
        Io.Sink(Registry.Version);
    }
}
