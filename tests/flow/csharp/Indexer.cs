using System.Collections.Generic;
using Flow;

class Store
{
    private readonly Dictionary<string, string> entries = new Dictionary<string, string>();

    public string this[string key]
    {
        get { return entries[key]; }
        set { entries[key] = value; }
    }
}

class Indexer
{
    static void Run()
    {
        var store = new Store();
        store["note"] = Io.Source();
        // ruleid: flow
        Io.Sink(store["note"]);
        var calm = new Store();
        calm["note"] = "fixed";
        // ok: flow
        Io.Sink(calm["note"]);
    }
}
