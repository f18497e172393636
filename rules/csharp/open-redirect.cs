using System;
using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    public IActionResult Login(string returnUrl)
    {
        // ruleid: csharp-open-redirect
        return Redirect(returnUrl);
    }

    public IActionResult LoginChecked(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
        {
            // ok: csharp-open-redirect
            return Redirect(returnUrl);
        }
        return RedirectToAction("Index");
    }

    public IActionResult LoginLocal(string returnUrl)
    {
        // ok: csharp-open-redirect
        return LocalRedirect(returnUrl);
    }

    public IActionResult Home()
    {
        // ruleid: csharp-open-redirect-indirect
        return Redirect(Environment.GetEnvironmentVariable("SHOP_HOME"));
    }

    public IActionResult HomeFixed()
    {
        // ok: csharp-open-redirect-indirect
        return Redirect("/home");
    }
}
