using Flow;

class ParamsArray
{
    static string Chain(string separator, params string[] parts)
    {
        return string.Join(separator, parts);
    }

    static string First(params string[] parts)
    {
        return parts[0];
    }

    static void Run()
    {
        // ruleid: flow
        Io.Sink(Chain("-", "a", Io.Source()));
        // ok: flow
        Io.Sink(Chain("-", "a", "b"));
        // ok: flow
        Io.Sink(First("a", Io.Source()));
    }
}
