using Flow;

class CalledSource
{
    static string Ask(string prompt)
    {
        return prompt + Io.Source();
    }

    static string Tell(string prompt)
    {
        Io.Source();
        return prompt;
    }

    static void Run()
    {
        // ruleid: flow
        Io.Sink(Ask("name? "));
        // ok: flow
        Io.Sink(Tell("name? "));
    }
}
