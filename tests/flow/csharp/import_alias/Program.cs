using Flow;
using Circle = Drawing.Square;
using Round = Drawing.Circle;

class Program
{
    static void Run()
    {
        // ruleid: flow
        Io.Sink(new Round(Io.Source()).Label());
        // ok: flow
        Io.Sink(new Circle(Io.Source()).Label());
    }
}
