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
            await Response.WriteAsync("<h1>Hello " + Request.Query["name"] + "</h1>");
            var banner = new HtmlString($"<b>{Request.Form["title"]}</b>");
            await Response.WriteAsync("<h1>Hello " + HtmlEncoder.Default.Encode(Request.Query["name"]) + "</h1>");
            var constant = new HtmlString("<b>Welcome</b>");
        }

        public IActionResult AfterLogin()
        {
            return Redirect(Request.Query["next"]);
        }

        public IActionResult Login(string user, string returnUrl)
        {
            return Redirect(returnUrl);
        }

        public IActionResult LoginChecked(string user, string returnUrl)
        {
            if (Url.IsLocalUrl(returnUrl))
            {
                return Redirect(returnUrl);
            }
            return Redirect("/");
        }

        public IActionResult LoginRefused(string returnUrl)
        {
            if (!Url.IsLocalUrl(returnUrl))
            {
                return BadRequest();
            }
            return Redirect(returnUrl);
        }

        public IActionResult Invoice()
        {
            var path = Path.Combine("/srv/invoices", Request.Query["file"]);
            var text = File.ReadAllText("/srv/notes/" + HttpContext.Request.Form["note"]);
            var safe = Path.Combine("/srv/invoices", Path.GetFileName(Request.Query["file"]));
            var fixedPath = Path.Combine("/srv/invoices", "terms.pdf");
            return Content(text);
        }

        public async Task Upload(IFormFile file, IFormFile avatar)
        {
            var path = Path.Combine("wwwroot/uploads", file.FileName);
            using var out1 = System.IO.File.Create(Path.Combine("wwwroot", "avatars", avatar.FileName));
            var own = Path.Combine("/srv/uploads", Path.GetRandomFileName());
            var chosen = Path.Combine("/home/work", openFileDialog.FileName);
            await file.CopyToAsync(out1);
        }

        public async Task<string> Preview()
        {
            var first = await client.GetStringAsync(Request.Query["url"]);
            var second = WebRequest.Create(Request.Form["callback"]);
            var third = await client.GetStringAsync(Feeds[Request.Query["feed"]]);
            return await client.GetStringAsync("https://news.example/feed");
        }

        public void Audit()
        {
            _logger.LogInformation($"login of {Request.Form["user"]}");
            _logger.LogWarning("refused coupon " + Request.Query["coupon"]);
            _logger.LogInformation("login of {User}", Request.Form["user"]);
            _logger.LogError("checkout failed");
        }

        public void Directory(DirectorySearcher searcher, DirectoryEntry root, string user, int page)
        {
            searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + user + "))";
            var other = new DirectorySearcher(root, $"(mail={user})");
            searcher.Filter = "(objectClass=user)";
            view.Filter = "Page " + page;
        }

        public void Nodes(XmlDocument users, string name)
        {
            var node = users.SelectSingleNode("//user[name='" + name + "']");
            var nodes = users.SelectNodes($"//user[@role='{name}']");
            var all = users.SelectNodes("//user");
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
