using System;
using System.Net.Mail;
using System.Web;

public class Language : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        string chosen = context.Request.QueryString["language"];
        // ruleid: csharp-header-injection
        context.Response.AddHeader("Content-Language", chosen);
        // ok: csharp-header-injection
        context.Response.AddHeader("Content-Language", chosen.Replace("\n", "").Replace("\r", ""));
        // ok: csharp-header-injection
        context.Response.AddHeader("Content-Language", "en");
        var message = new MailMessage();
        // ruleid: csharp-mail-header-injection
        message.Subject = "Order of " + context.Request.Form["name"];
        // ok: csharp-mail-header-injection
        message.Subject = "An order";
        // ruleid: csharp-header-injection-indirect
        context.Response.AddHeader("X-Node", Environment.GetEnvironmentVariable("NODE"));
        // ok: csharp-header-injection-indirect
        context.Response.AddHeader("X-Node", "one");
    }
}
