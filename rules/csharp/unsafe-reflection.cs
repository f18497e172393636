using System;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;

public class ExportController : ControllerBase
{
    public IActionResult Export(string type, string codec)
    {
        // ruleid: csharp-unsafe-reflection
        var exporter = Type.GetType("Shop." + type);
        // ok: csharp-unsafe-reflection
        var known = Type.GetType("Shop.CsvExporter");
        // ruleid: csharp-library-from-request
        Assembly.LoadFrom(codec);
        // ok: csharp-library-from-request
        Assembly.LoadFrom("Codec.dll");
        return Ok();
    }

    public static void Configured()
    {
        // ruleid: csharp-unsafe-reflection-indirect
        var exporter = Type.GetType(Environment.GetEnvironmentVariable("EXPORTER"));
        // ok: csharp-unsafe-reflection-indirect
        var known = Type.GetType("Shop.CsvExporter");
    }
}
