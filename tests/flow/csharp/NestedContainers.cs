using System.Collections.Generic;
using Flow;

class NestedContainers
{
    static void Invoice()
    {
        var line = new Dictionary<string, string> { { "product", Io.Source() }, { "unit", "kg" } };
        var orders = new List<Dictionary<string, string>> { line };
        // ruleid: flow
        Io.Sink(orders[0]["product"]);
        // ok: flow
        Io.Sink(orders[0]["unit"]);
    }
}
