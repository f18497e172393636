using System;
using Flow;

class LambdaChanges
{
    static void Gather()
    {
        string found = "";
        string missed = "";
        Action<string> visit = word => found = word;
        visit(Io.Source());
        // ruleid: flow
        Io.Sink(found);
        // ok: flow
        Io.Sink(missed);
    }
}
