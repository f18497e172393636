using System.Threading.Tasks;
using Flow;

class AsyncAwait
{
    static async Task<string> Receive()
    {
        await Task.Delay(1);
        return Io.Source();
    }

    static async Task<string> Status()
    {
        await Task.Delay(1);
        return "ready";
    }

    static async Task Work()
    {
        // ruleid: flow
        Io.Sink(await Receive());
        // ok: flow
        Io.Sink(await Status());
    }

    static void Run()
    {
        Work().Wait();
        // ruleid: flow
        Io.Sink(Receive().Result);
    }
}
