using System;
using Flow;

class Channel
{
    public event Action<string> Received;

    public void Publish(string message)
    {
        Received?.Invoke(message);
    }
}

class EventHandlers
{
    static void OnOrder(string message)
    {
        // ruleid: flow
        Io.Sink(message);
    }

    static void OnTick(string message)
    {
        // ok: flow
        Io.Sink(message);
    }

    static void Connect()
    {
        var orders = new Channel();
        orders.Received += OnOrder;
        var ticks = new Channel();
        ticks.Received += OnTick;
        orders.Publish(Io.Source());
        ticks.Publish("tick");
    }
}
