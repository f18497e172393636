using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class PreviewController : ControllerBase
{
    private readonly HttpClient _client = new HttpClient();

    public async Task<IActionResult> Preview(string address)
    {
        // ruleid: csharp-ssrf-request-url
        await _client.GetStringAsync(address);
        // ok: csharp-ssrf-request-url
        await _client.GetStringAsync("https://api.example.com/preview");
        return Ok();
    }
}
