using System;
using Flow;

class LambdaArgument
{
    static string Twice(Func<string, string> change, string text)
    {
        return change(change(text));
    }

    static void Use()
    {
        string typed = Io.Source();
        // ruleid: flow
        Io.Sink(Twice(text => text + ".", typed));
        // ok: flow
        Io.Sink(Twice(text => "same", typed));
    }
}
