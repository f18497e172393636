using Flow;

class Program
{
    static void Run()
    {
        IStorage memory = new MemoryStorage();
        memory.Save("note", Io.Source());
        // ruleid: flow
        Io.Sink(memory.Load("note"));
        IStorage nothing = new NullStorage();
        nothing.Save("note", Io.Source());
        // ok: flow
        Io.Sink(nothing.Load("note"));
    }
}
