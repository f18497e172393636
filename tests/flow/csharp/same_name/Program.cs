using Flow;

class Program
{
    static void Run()
    {
        // ok: flow
        Io.Sink(Polite.Answer.To(Io.Source()));
        // ruleid: flow
        Io.Sink(Rude.Answer.To(Io.Source()));
    }
}
