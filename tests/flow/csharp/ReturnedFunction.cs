using System;
using Flow;

class ReturnedFunction
{
    static Func<string, string> Tagger(string tag)
    {
        return text => "<" + tag + ">" + text;
    }

    static void Mark()
    {
        var odd = Tagger(Io.Source());
        var bold = Tagger("b");
        // ruleid: flow
        Io.Sink(odd("word"));
        // ok: flow
        Io.Sink(bold("word"));
    }
}
