using Microsoft.AspNetCore.Mvc;
using RazorEngine;

public class GreetingController : ControllerBase
{
    public IActionResult Preview(string text)
    {
        // ruleid: csharp-template-injection
        Engine.RunCompile(text, "preview");
        // ok: csharp-template-injection
        Engine.RunCompile("Hello @Model", "greeting", null, text);
        return Ok();
    }
}
