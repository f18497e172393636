using System.Collections.Generic;
using Flow;

class Shipment
{
    public string Address = "none";
}

class AliasInList
{
    static void Run()
    {
        var first = new Shipment();
        var second = new Shipment();
        var shipments = new List<Shipment> { first, second };
        shipments[0].Address = Io.Source();
        // ruleid: flow
        Io.Sink(first.Address);
        // ok: flow
        Io.Sink(second.Address);
    }
}
