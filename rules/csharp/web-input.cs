using System.Collections.Generic;
using System.DirectoryServices;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using System.Xml;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Shop.Web
{
    public class AccountController : Controller
    {
        private static readonly Dictionary<string, string> Feeds = new();
        private readonly ILogger<AccountController> _logger;
        private readonly HttpClient client = new();

        public async Task Hello()
        {
            // ruleid: csharp-xss-response
            await Response.WriteAsync("<h1>Hello " + Request.Query["name"] + "</h1>");
            // ruleid: csharp-xss-response
            var banner = new HtmlString($"<b>{Request.Form["title"]}</b>");
            // ok: csharp-xss-response
            await Response.WriteAsync("<h1>Hello " + HtmlEncoder.Default.Encode(Request.Query["name"]) + "</h1>");
            // ok: csharp-xss-response
            var constant = new HtmlString("<b>Welcome</b>");
        }

        public IActionResult AfterLogin()
        {
            // ruleid: csharp-open-redirect
            return Redirect(Request.Query["next"]);
        }

        public IActionResult Login(string user, string returnUrl)
        {
            // ruleid: csharp-open-redirect
            return Redirect(returnUrl);
        }

        public IActionResult LoginChecked(string user, string returnUrl)
        {
            if (Url.IsLocalUrl(returnUrl))
            {
                // ok: csharp-open-redirect
                return Redirect(returnUrl);
            }
            // ok: csharp-open-redirect
            return Redirect("/");
        }

        public IActionResult LoginRefused(string returnUrl)
        {
            if (!Url.IsLocalUrl(returnUrl))
            {
                return BadRequest();
            }
            // ok: csharp-open-redirect
            return Redirect(returnUrl);
        }

        public IActionResult Invoice()
        {
            // ruleid: csharp-path-traversal-request
            var path = Path.Combine("/srv/invoices", Request.Query["file"]);
            // ruleid: csharp-path-traversal-request
            var text = File.ReadAllText("/srv/notes/" + HttpContext.Request.Form["note"]);
            // ok: csharp-path-traversal-request
            var safe = Path.Combine("/srv/invoices", Path.GetFileName(Request.Query["file"]));
            // ok: csharp-path-traversal-request
            var fixedPath = Path.Combine("/srv/invoices", "terms.pdf");
            return Content(text);
        }

        public async Task Upload(IFormFile file, IFormFile avatar)
        {
            // ruleid: csharp-upload-file-name
            var path = Path.Combine("wwwroot/uploads", file.FileName);
            // ruleid: csharp-upload-file-name
            using var out1 = System.IO.File.Create(Path.Combine("wwwroot", "avatars", avatar.FileName));
            // ok: csharp-upload-file-name
            var own = Path.Combine("/srv/uploads", Path.GetRandomFileName());
            // ok: csharp-upload-file-name
            var chosen = Path.Combine("/home/work", openFileDialog.FileName);
            await file.CopyToAsync(out1);
        }

        public async Task<string> Preview()
        {
            // ruleid: csharp-ssrf-request-url
            var first = await client.GetStringAsync(Request.Query["url"]);
            // ruleid: csharp-ssrf-request-url
            var second = WebRequest.Create(Request.Form["callback"]);
            // ok: csharp-ssrf-request-url
            var third = await client.GetStringAsync(Feeds[Request.Query["feed"]]);
            // ok: csharp-ssrf-request-url
            return await client.GetStringAsync("https://news.example/feed");
        }

        public void Audit()
        {
            // ruleid: csharp-log-injection
            _logger.LogInformation($"login of {Request.Form["user"]}");
            // ruleid: csharp-log-injection
            _logger.LogWarning("refused coupon " + Request.Query["coupon"]);
            // ok: csharp-log-injection
            _logger.LogInformation("login of {User}", Request.Form["user"]);
            // ok: csharp-log-injection
            _logger.LogError("checkout failed");
        }

        public void Directory(DirectorySearcher searcher, DirectoryEntry root, string user, int page)
        {
            // ruleid: csharp-ldap-injection
            searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + user + "))";
            // ruleid: csharp-ldap-injection
            var other = new DirectorySearcher(root, $"(mail={user})");
            // ok: csharp-ldap-injection
            searcher.Filter = "(objectClass=user)";
            // ok: csharp-ldap-injection
            view.Filter = "Page " + page;
        }

        public void Nodes(XmlDocument users, string name)
        {
            // ruleid: csharp-xpath-injection
            var node = users.SelectSingleNode("//user[name='" + name + "']");
            // ruleid: csharp-xpath-injection
            var nodes = users.SelectNodes($"//user[@role='{name}']");
            // ok: csharp-xpath-injection
            var all = users.SelectNodes("//user");
            // ok: csharp-xpath-injection
            var constant = users.SelectNodes("//user" + "[@active]");
        }

        public void Unpack(ZipArchive archive, string target)
        {
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                // ruleid: csharp-zip-entry-path
                entry.ExtractToFile(Path.Combine(target, entry.FullName), true);
            }
        }

        public void UnpackNamed(ZipArchive archive, string target)
        {
            foreach (var zipEntry in archive.Entries)
            {
                // ruleid: csharp-zip-entry-path
                var path = Path.Combine(target, zipEntry.FullName);
                zipEntry.ExtractToFile(path);
            }
        }

        public void UnpackChecked(ZipArchive archive, string target)
        {
            foreach (var entry in archive.Entries)
            {
                // ok: csharp-zip-entry-path
                var path = Path.GetFullPath(Path.Combine(target, entry.FullName));
                if (!path.StartsWith(target))
                {
                    throw new IOException("entry outside of target");
                }
                entry.ExtractToFile(path);
            }
        }

        public string Describe(DirectoryInfo folder, string root)
        {
            // ok: csharp-zip-entry-path
            return Path.Combine(root, folder.FullName);
        }
    }
}
