using System;
using System.Web;

public class PhotoHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        HttpPostedFile photo = context.Request.Files["photo"];
        // ruleid: csharp-upload-file-name
        photo.SaveAs("C:\\photos\\" + photo.FileName);
        // ok: csharp-upload-file-name
        photo.SaveAs("C:\\photos\\" + Guid.NewGuid() + ".jpg");
    }
}
