using Flow;

interface IRenderer
{
    string Render(string text);
}

class Verbatim : IRenderer
{
    public string Render(string text) => text;
}

class Redacted : IRenderer
{
    public string Render(string text) => new string('#', text.Length);
}

class TwoImplementations
{
    static void Draw()
    {
        string note = Io.Source();
        IRenderer renderer = new Verbatim();
        // ruleid: flow
        Io.Sink(renderer.Render(note));
        renderer = new Redacted();
        // ok: flow
        Io.Sink(renderer.Render(note));
    }
}
