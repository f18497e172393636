using Flow;

class Loader
{
    public virtual string Load()
    {
        return Io.Source();
    }
}

class StubLoader : Loader
{
    public override string Load()
    {
        return "stub";
    }
}

class Overridden
{
    static void Fresh()
    {
        Loader loader = new Loader();
        // ruleid: flow
        Io.Sink(loader.Load());
    }

    static void Stubbed()
    {
        Loader loader = new StubLoader();
        // ok: flow
        Io.Sink(loader.Load());
    }
}
