using System.Collections.Generic;
using Flow;

class ListFilled
{
    static void Fill(List<string> lines, string line)
    {
        lines.Add(line);
    }

    static void Run()
    {
        var typed = new List<string>();
        var constant = new List<string>();
        Fill(typed, Io.Source());
        Fill(constant, "fixed");
        // ruleid: flow
        Io.Sink(typed[0]);
        // ok: flow
        Io.Sink(constant[0]);
    }
}
