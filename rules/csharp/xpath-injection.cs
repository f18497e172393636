using System;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

public class CatalogController : ControllerBase
{
    private readonly XmlDocument _catalog = new XmlDocument();

    public IActionResult Price(string article)
    {
        // ruleid: csharp-xpath-injection
        var node = _catalog.SelectSingleNode("//article[@name='" + article + "']");
        // ok: csharp-xpath-injection
        var first = _catalog.SelectSingleNode("//article[1]");
        return Ok(node);
    }

    public void Report()
    {
        // ruleid: csharp-xpath-injection-indirect
        _catalog.SelectNodes("//" + Console.ReadLine());
        // ok: csharp-xpath-injection-indirect
        _catalog.SelectNodes("//article");
    }
}
