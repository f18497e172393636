using System;
using System.DirectoryServices;
using Microsoft.AspNetCore.Mvc;

public class LoginController : ControllerBase
{
    public IActionResult Find(string user)
    {
        var searcher = new DirectorySearcher();
        // ruleid: csharp-ldap-injection
        searcher.Filter = "(uid=" + user + ")";
        // ok: csharp-ldap-injection
        searcher.Filter = "(uid=admin)";
        return Ok(searcher.FindOne());
    }

    public static void Sync()
    {
        var searcher = new DirectorySearcher();
        // ruleid: csharp-ldap-injection-indirect
        searcher.Filter = "(uid=" + Console.ReadLine() + ")";
        // ok: csharp-ldap-injection-indirect
        searcher.Filter = "(uid=sync)";
    }
}
