using Flow;

class StringMethods
{
    static void Tidy()
    {
        string typed = Io.Source();
        // ruleid: flow
        Io.Sink(typed.Trim().ToUpper().Replace("\"", ""));
        // ruleid: flow
        Io.Sink(typed.Substring(0, 12));
        // ruleid: flow
        Io.Sink(string.Join(" ", typed.Split(',')));
        // ok: flow
        Io.Sink("fixed".ToUpper().PadLeft(9));
    }
}
