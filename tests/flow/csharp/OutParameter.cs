using Flow;

class OutParameter
{
    static bool Find(string wanted, out string found, out string shelf)
    {
        found = wanted + ".txt";
        shelf = "top";
        return true;
    }

    static void Run()
    {
        string found;
        string shelf;
        Find(Io.Source(), out found, out shelf);
        // ruleid: flow
        Io.Sink(found);
        // ok: flow
        Io.Sink(shelf);
    }
}
