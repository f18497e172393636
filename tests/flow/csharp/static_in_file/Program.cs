using Flow;

class Program
{
    static void Run()
    {
        Session.Login(Io.Source());
        // ruleid: flow
        Io.Sink(Session.User);
        // ok: flow
        Io.Sink(Session.Region);
    }
}
