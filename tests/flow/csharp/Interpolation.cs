using Flow;

class Interpolation
{
    static void Url()
    {
        string page = Io.Source();
        string host = "localhost";
        // ruleid: flow
        Io.Sink($"https://{host}/{page}");
        // ok: flow
        Io.Sink($"https://{host}/");
    }
}
