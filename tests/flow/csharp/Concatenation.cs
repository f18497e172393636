using Flow;

class Concatenation
{
    static void FullPath()
    {
        string file = Io.Source();
        string full = "/data/" + file;
        // ruleid: flow
        Io.Sink(full);
        full = "/data/";
        full += "index.html";
        // ok: flow
        Io.Sink(full);
        // ruleid: flow
        Io.Sink(string.Concat("/data/", file));
    }
}
