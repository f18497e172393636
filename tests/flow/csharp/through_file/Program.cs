using Flow;

namespace Shop
{
    class Program
    {
        static void Run()
        {
            var input = new Input();
            // ruleid: flow
            Io.Sink(input.Line());
            // ok: flow
            Io.Sink(input.Prompt());
        }
    }
}
