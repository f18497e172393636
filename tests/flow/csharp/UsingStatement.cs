using System;
using System.IO;
using Flow;

class UsingStatement
{
    static void Run()
    {
        using (var writer = new StringWriter())
        {
            writer.Write("<p>");
            writer.Write(Io.Source());
            // ruleid: flow
            Io.Sink(writer.ToString());
        }
        using (var writer = new StringWriter())
        {
            writer.Write("<p>");
            // ok: flow
            Io.Sink(writer.ToString());
        }
    }
}
