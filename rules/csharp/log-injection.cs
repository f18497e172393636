using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class SearchController : ControllerBase
{
    private readonly ILogger<SearchController> _logger;

    public SearchController(ILogger<SearchController> logger)
    {
        _logger = logger;
    }

    public IActionResult Search(string term)
    {
        // ruleid: csharp-log-injection
        _logger.LogInformation("search for " + term);
        // ruleid: csharp-log-injection
        System.Diagnostics.Trace.TraceWarning("nothing found for " + term);
        // ok: csharp-log-injection
        _logger.LogInformation("search for " + term.Replace("\n", "").Replace("\r", ""));
        // ok: csharp-log-injection
        _logger.LogInformation("search for {Length} letters", term.Length);
        return Ok();
    }
}
