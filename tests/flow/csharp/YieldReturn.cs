using System.Collections.Generic;
using Flow;

class YieldReturn
{
    static IEnumerable<string> Lines()
    {
        yield return "header";
        yield return Io.Source();
    }

    static IEnumerable<string> Headers()
    {
        yield return "one";
        yield break;
    }

    static void Run()
    {
        foreach (string line in Lines())
        {
            // ruleid: flow
            Io.Sink(line);
        }
        foreach (string line in Headers())
        {
            // ok: flow
            Io.Sink(line);
        }
    }
}
