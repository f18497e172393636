using System;
using System.IO;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

public class InvoicesController : Controller
{
    private const string Folder = "/srv/invoices";

    public IActionResult Invoice(string name)
    {
        // ruleid: csharp-path-traversal-request
        var text = System.IO.File.ReadAllText(Path.Combine(Folder, name));
        // ok: csharp-path-traversal-request
        var safe = System.IO.File.ReadAllText(Path.Combine(Folder, Path.GetFileName(name)));
        return Content("ok");
    }

    public IActionResult Number(int number)
    {
        // ok: csharp-path-traversal-request
        return Json(System.IO.File.ReadAllText($"{Folder}/{number}.pdf"));
    }

    public static void List()
    {
        string name = Console.ReadLine();
        // ruleid: csharp-path-traversal-indirect
        System.IO.File.Delete(Path.Combine(Folder, name));
        // ok: csharp-path-traversal-indirect
        System.IO.File.Delete(Path.Combine(Folder, "old"));
    }
}

public class ReportsController : Controller
{
    private readonly string _folder;

    // What a constructor is given comes from the program.
    public ReportsController(string folder)
    {
        _folder = folder;
        // ok: csharp-path-traversal-request
        System.IO.Directory.CreateDirectory(folder);
    }
}
