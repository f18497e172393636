using Flow;

class PageBuilder
{
    private string html = "";

    public PageBuilder Heading(string text)
    {
        html += "<h1>" + text + "</h1>";
        return this;
    }

    public PageBuilder Rule()
    {
        html += "<hr>";
        return this;
    }

    public string Build()
    {
        return html;
    }
}

class BuilderChain
{
    static void Run()
    {
        // ruleid: flow
        Io.Sink(new PageBuilder().Heading(Io.Source()).Rule().Build());
        // ok: flow
        Io.Sink(new PageBuilder().Heading("news").Rule().Build());
    }
}
