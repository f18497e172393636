using System.Collections.Generic;
using Flow;

class ListRemove
{
    static void Edit()
    {
        var lines = new List<string> { "one", Io.Source(), "three" };
        lines.RemoveAt(0);
        // ruleid: flow
        Io.Sink(lines[0]);
        // ok: flow
        Io.Sink(lines[1]);
    }

    static void PushInFront()
    {
        var lines = new List<string>();
        lines.Add(Io.Source());
        lines.Insert(0, "urgent");
        // ok: flow
        Io.Sink(lines[0]);
        // ruleid: flow
        Io.Sink(lines[1]);
    }
}
