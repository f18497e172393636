using Flow;

class Program
{
    static void Run()
    {
        var order = new Order();
        order.SendTo(Io.Source());
        // ruleid: flow
        Io.Sink(order.Destination());
        // ok: flow
        Io.Sink(order.Carrier());
    }
}
