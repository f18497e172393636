using Flow;

class Teller
{
    public string Tell()
    {
        return Io.Source();
    }
}

class ShyTeller : Teller
{
    public new string Tell()
    {
        return "hush";
    }
}

class HiddenMethod
{
    static void Run()
    {
        ShyTeller shy = new ShyTeller();
        // ok: flow
        Io.Sink(shy.Tell());
        Teller known = shy;
        // ruleid: flow
        Io.Sink(known.Tell());
    }
}
