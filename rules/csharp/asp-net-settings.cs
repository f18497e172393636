using System;
using System.Data.SqlClient;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Web
{
    public class Startup
    {
        public void Configure(IApplicationBuilder app, IHostEnvironment env)
        {
            // ruleid: csharp-developer-exception-page
            app.UseDeveloperExceptionPage();
            app.UseRouting();
        }

        public void ConfigureStaging(IApplicationBuilder app, IHostEnvironment env)
        {
            if (env.IsProduction())
            {
                // ruleid: csharp-developer-exception-page
                app.UseDeveloperExceptionPage();
            }
        }

        public void ConfigureSafely(IApplicationBuilder app, IHostEnvironment env)
        {
            if (env.IsDevelopment())
            {
                // ok: csharp-developer-exception-page
                app.UseDeveloperExceptionPage();
            }
            else
            {
                // ok: csharp-developer-exception-page
                app.UseExceptionHandler("/error");
            }
        }

        public void Cors(CorsPolicyBuilder policy)
        {
            // ruleid: csharp-cors-any-origin
            policy.AllowAnyOrigin().AllowAnyMethod();
            // ruleid: csharp-cors-any-origin
            policy.SetIsOriginAllowed(origin => true).AllowCredentials();
            // ok: csharp-cors-any-origin
            policy.WithOrigins("https://shop.example").AllowAnyMethod();
            // ok: csharp-cors-any-origin
            policy.SetIsOriginAllowed(origin => origin == "https://shop.example");
        }

        public void Cookies(HttpResponse response, string id, CookieBuilder cookie)
        {
            // ruleid: csharp-cookie-secure-disabled
            response.Cookies.Append("sid", id, new CookieOptions { Secure = false });
            // ruleid: csharp-cookie-secure-disabled
            response.Cookies.Append("sid", id);
            // ruleid: csharp-cookie-secure-disabled
            response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true });
            // ok: csharp-cookie-secure-disabled
            var options = new CookieOptions();
            options.Secure = true;
            response.Cookies.Append("sid", id, options);
            // ruleid: csharp-cookie-secure-disabled
            cookie.SecurePolicy = CookieSecurePolicy.None;
            // ok: csharp-cookie-secure-disabled
            response.Cookies.Append("sid", id, new CookieOptions { Secure = true, HttpOnly = true });
            // ok: csharp-cookie-secure-disabled
            cookie.SecurePolicy = CookieSecurePolicy.Always;
            // ruleid: csharp-cookie-httponly-disabled
            response.Cookies.Append("sid", id, new CookieOptions { Secure = true, HttpOnly = false });
            // ruleid: csharp-cookie-httponly-disabled
            cookie.HttpOnly = false;
            // ok: csharp-cookie-httponly-disabled
            response.Cookies.Append("sid", id, new CookieOptions { Secure = true, HttpOnly = true });
            // ok: csharp-cookie-httponly-disabled
            cookie.HttpOnly = true;
        }

        public void Identity(IdentityOptions options)
        {
            // ruleid: csharp-weak-password-policy
            options.Password.RequiredLength = 4;
            // ruleid: csharp-weak-password-policy
            options.Password = new PasswordOptions { RequiredLength = 6, RequireDigit = true };
            // ok: csharp-weak-password-policy
            options.Password.RequiredLength = 12;
            // ok: csharp-weak-password-policy
            options.Lockout.MaxFailedAccessAttempts = 5;
        }

        public void Tokens(SecurityKey key)
        {
            var loose = new TokenValidationParameters
            {
                IssuerSigningKey = key,
                // ruleid: csharp-jwt-validation-disabled
                RequireSignedTokens = false,
                // ruleid: csharp-jwt-validation-disabled
                ValidateLifetime = false,
            };
            var strict = new TokenValidationParameters
            {
                IssuerSigningKey = key,
                // ok: csharp-jwt-validation-disabled
                RequireSignedTokens = true,
                // ok: csharp-jwt-validation-disabled
                ValidateLifetime = true,
            };
        }

        public void Databases(IConfiguration configuration)
        {
            // ruleid: csharp-hardcoded-credentials
            using var db = new SqlConnection("Server=db;Database=shop;User Id=shop;Password=Winter2024!");
            // ruleid: csharp-hardcoded-credentials
            var proxy = new NetworkCredential("proxy", "let-me-through");
            // ok: csharp-hardcoded-credentials
            using var trusted = new SqlConnection("Server=db;Database=shop;Integrated Security=true");
            // ok: csharp-hardcoded-credentials
            using var configured = new SqlConnection(configuration.GetConnectionString("shop"));
        }
    }

    public class HooksController : Controller
    {
        // ruleid: csharp-antiforgery-ignored
        [IgnoreAntiforgeryToken]
        public IActionResult Receive(string body)
        {
            return Ok();
        }

        // ruleid: csharp-antiforgery-ignored
        [HttpPost]
        [IgnoreAntiforgeryToken]
        public IActionResult Transfer(string account)
        {
            return Ok();
        }

        // ok: csharp-antiforgery-ignored
        [HttpPost]
        [ValidateAntiForgeryToken]
        public IActionResult Order(string item)
        {
            return Ok();
        }

        // ok: csharp-antiforgery-ignored
        [HttpGet]
        public IActionResult List()
        {
            return Ok();
        }

        // ruleid: csharp-request-validation-disabled
        [ValidateInput(false)]
        public IActionResult Comment(string text)
        {
            return Ok();
        }

        // ruleid: csharp-request-validation-disabled
        [HttpPost]
        [ValidateInput(false)]
        public IActionResult Note(string text)
        {
            return Ok();
        }

        // ok: csharp-request-validation-disabled
        [ValidateInput(true)]
        public IActionResult Review(string text)
        {
            return Ok();
        }

        // ok: csharp-request-validation-disabled
        [HttpPost]
        public IActionResult Rating(int stars)
        {
            return Ok();
        }
    }

    public class Licence
    {
        public bool Check(RSA key, byte[] data, byte[] mark)
        {
            try
            {
                Verify(key, data, mark);
            }
            // ruleid: csharp-security-exception-swallowed
            catch (CryptographicException e)
            {
            }
            try
            {
                RequireAdministrator();
            }
            // ruleid: csharp-security-exception-swallowed
            catch (UnauthorizedAccessException)
            {
            }
            try
            {
                RequireAdministrator();
            }
            // ok: csharp-security-exception-swallowed
            catch (UnauthorizedAccessException)
            {
                return false;
            }
            try
            {
                Wait();
            }
            // ok: csharp-security-exception-swallowed
            catch (OperationCanceledException)
            {
            }
            return true;
        }
    }
}
