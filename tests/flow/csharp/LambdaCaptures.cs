using System;
using Flow;

class LambdaCaptures
{
    static void Wire()
    {
        string token = Io.Source();
        string name = "fixed";
        Action log = () =>
        {
            // ruleid: flow
            Io.Sink(token);
            // ok: flow
            Io.Sink(name);
        };
        log();
    }
}
