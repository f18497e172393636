using Flow;

class Folder
{
    public string Title = "";
    public Folder Parent;
}

class NestedField
{
    static void Nest()
    {
        var folder = new Folder { Title = "work", Parent = new Folder() };
        folder.Parent.Title = Io.Source();
        // ruleid: flow
        Io.Sink(folder.Parent.Title);
        // ok: flow
        Io.Sink(folder.Title);
    }
}
