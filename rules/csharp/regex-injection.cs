using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

public class FilterController : ControllerBase
{
    public IActionResult Filter(string pattern)
    {
        // ruleid: csharp-regex-injection
        var found = Regex.IsMatch("articles", pattern);
        // ok: csharp-regex-injection
        var quoted = Regex.IsMatch("articles", Regex.Escape(pattern));
        return Ok(found);
    }

    public bool Slow(string text)
    {
        // ruleid: csharp-slow-regex
        var nested = new Regex("^(a+)+$");
        // ok: csharp-slow-regex
        var plain = new Regex("^[a-z]+$");
        return nested.IsMatch(text) || plain.IsMatch(text);
    }
}
