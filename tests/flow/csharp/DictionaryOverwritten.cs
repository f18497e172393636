using System.Collections.Generic;
using Flow;

class DictionaryOverwritten
{
    static void Headers()
    {
        var sent = new Dictionary<string, string>();
        sent["agent"] = Io.Source();
        sent["agent"] = "crawler";
        // ok: flow
        Io.Sink(sent["agent"]);
        sent["host"] = "localhost";
        sent["host"] = Io.Source();
        // ruleid: flow
        Io.Sink(sent["host"]);
    }
}
