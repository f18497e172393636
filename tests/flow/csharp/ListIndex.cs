using System.Collections.Generic;
using Flow;

class ListIndex
{
    static void Columns()
    {
        var row = new List<string> { "id" };
        row.Add(Io.Source());
        row.Add("date");
        // ok: flow
        Io.Sink(row[0]);
        // ruleid: flow
        Io.Sink(row[1]);
        row[1] = "name";
        // ok: flow
        Io.Sink(row[1]);
    }
}
