using System;
using Microsoft.AspNetCore.Mvc;

public class SettingController : ControllerBase
{
    public IActionResult Proxy(string host)
    {
        // ruleid: csharp-setting-from-request
        Environment.SetEnvironmentVariable("HTTP_PROXY", host);
        // ok: csharp-setting-from-request
        Environment.SetEnvironmentVariable("HTTP_PROXY", "proxy.example.com");
        return Ok();
    }
}
