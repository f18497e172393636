using System.Collections.Generic;
using System.Linq;
using Flow;

class Linq
{
    static void Query()
    {
        var rows = new List<string> { Io.Source(), "b" };
        // ruleid: flow
        Io.Sink(rows.Select(row => row.Trim()).First());
        // ok: flow
        Io.Sink(rows.Select(row => "-").First());
        // ruleid: flow
        Io.Sink(rows.Where(row => row != "b").ToList()[0]);
        var loud = from row in rows where row.Length > 1 select row.ToUpper();
        foreach (string row in loud)
        {
            // ruleid: flow
            Io.Sink(row);
        }
        var sizes = from row in rows select row.Length;
        foreach (int size in sizes)
        {
            // ok: flow
            Io.Sink(size);
        }
    }
}
