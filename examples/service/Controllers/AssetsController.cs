using System.Diagnostics;
using MediaShelf.Service.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MediaShelf.Service.Controllers;

[ApiController]
[Authorize]
[Route("api/assets")]
public sealed class AssetsController : ControllerBase
{
    private readonly AssetStore _store;
    private readonly Originals _originals;
    private readonly string _codec;

    public AssetsController(AssetStore store, Originals originals, IConfiguration configuration)
    {
        _store = store;
        _originals = originals;
        _codec = configuration["Codec:Binary"] ?? "shelf-codec";
    }

    [HttpGet]
    public ActionResult<List<Asset>> Find([FromQuery] string title) => _store.FindByTitle(title);

    // Weak: the file name is part of a shell line (CWE-78).
    [HttpPost("thumbnail")]
    public IActionResult MakeThumbnail([FromForm] string fileName)
    {
        Process.Start("/bin/sh", "-c \"" + _codec + " thumbnail " + fileName + "\"");
        return Accepted();
    }

    // Safe twin: no shell, and the name is one argument whatever stands in it.
    [HttpPost("preview")]
    public IActionResult MakePreview([FromForm] string fileName)
    {
        var start = new ProcessStartInfo("shelf-codec") { UseShellExecute = false };
        start.ArgumentList.Add("preview");
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(fileName);
        using var process = Process.Start(start);
        return Accepted();
    }

    [HttpGet("original")]
    public IActionResult Original([FromQuery] string name) => File(_originals.Open(name), "application/octet-stream");

    // Weak: the address comes from the caller, who may send our users anywhere (CWE-601).
    [HttpGet("return")]
    public IActionResult Return([FromQuery] string returnUrl)
    {
        return Redirect(returnUrl);
    }

    // Safe twin: an address of this site only.
    [HttpGet("back")]
    public IActionResult Back([FromQuery] string returnUrl)
    {
        return LocalRedirect(returnUrl);
    }
}
