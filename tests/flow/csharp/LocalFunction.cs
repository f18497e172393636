using Flow;

class LocalFunction
{
    static void Run()
    {
        string typed = Io.Source();
        string prefix = "> ";
        // ruleid: flow
        Io.Sink(Quote(typed));
        // ok: flow
        Io.Sink(Quote("fixed"));

        string Quote(string text)
        {
            return prefix + text;
        }
    }
}
