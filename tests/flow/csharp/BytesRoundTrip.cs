using System;
using System.Text;
using Flow;

class BytesRoundTrip
{
    static void Run()
    {
        byte[] typed = Encoding.UTF8.GetBytes(Io.Source());
        // ruleid: flow
        Io.Sink(Encoding.UTF8.GetString(typed));
        string coded = Convert.ToBase64String(typed);
        // ruleid: flow
        Io.Sink(Encoding.UTF8.GetString(Convert.FromBase64String(coded)));
        // ok: flow
        Io.Sink(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("fixed")));
    }
}
