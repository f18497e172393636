using System.Web;

public class RegionHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        // ruleid: csharp-trust-boundary-violation
        context.Session["region"] = context.Request.Form["region"];
        // ok: csharp-trust-boundary-violation
        context.Session["page"] = int.Parse(context.Request.Form["page"]);
    }
}
