using System;
using Flow;

class TrySurvives
{
    static void Parse(string number)
    {
        string text = "none";
        try
        {
            text = Io.Source();
            int.Parse(number);
            text = "parsed";
        }
        catch (FormatException)
        {
            // ruleid: flow
            Io.Sink(text);
            text = "failed";
        }
        // ok: flow
        Io.Sink(text);
    }
}
