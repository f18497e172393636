using System;
using System.IO;
using System.Web;
using System.Web.UI;
using System.Web.UI.WebControls;

public class GreetingPage : Page
{
    protected Label Title;

    protected void Page_Load(object sender, EventArgs e)
    {
        string name = Request.QueryString["name"];
        // ruleid: csharp-xss-response
        Response.Write("<p>Hello " + name + "</p>");
        // ok: csharp-xss-response
        Response.Write("<p>Hello " + HttpUtility.HtmlEncode(name) + "</p>");
        // ruleid: csharp-xss-response
        Title.Text = name;
        // ruleid: csharp-xss-indirect
        Response.Write(File.ReadAllText("note.txt"));
        // ok: csharp-xss-indirect
        Response.Write(HttpUtility.HtmlEncode(File.ReadAllText("note.txt")));
    }
}

public class NoteHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        // ruleid: csharp-xss-indirect
        context.Response.Write(File.ReadAllText("note.txt"));
        // ok: csharp-xss-indirect
        context.Response.Write(HttpUtility.HtmlEncode(File.ReadAllText("note.txt")));
    }
}
