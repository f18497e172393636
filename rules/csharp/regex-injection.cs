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
}
