using System;
using System.Diagnostics;
using System.Web;

public class Thumbnails : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        string name = context.Request.QueryString["name"];
        // ruleid: csharp-command-injection
        var start = new ProcessStartInfo("cmd.exe", "/c convert " + name);
        // ok: csharp-command-injection
        var safe = new ProcessStartInfo("convert.exe", "in.png out.png");
        // ok: csharp-command-injection
        Process.Start("identify.exe", name);
        // ok: csharp-command-injection
        Process.Start("identify.exe", "in.png");
    }

    public static void Nightly()
    {
        string job = Environment.GetEnvironmentVariable("NIGHTLY_JOB");
        // ruleid: csharp-command-injection-indirect
        Process.Start(job);
        // ok: csharp-command-injection-indirect
        Process.Start("nightly.exe");
    }
}
