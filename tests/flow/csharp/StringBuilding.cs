using System.Text;
using Flow;

class StringBuilding
{
    static void Compose()
    {
        var page = new StringBuilder("<p>");
        page.Append(Io.Source()).Append("</p>");
        // ruleid: flow
        Io.Sink(page.ToString());
        page.Clear();
        page.Append("empty");
        // ok: flow
        Io.Sink(page.ToString());
    }
}
