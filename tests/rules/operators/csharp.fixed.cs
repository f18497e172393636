class Commands
{
    void HandleRun(string user, HttpRequest request)
    {
        // ruleid: csharp-exec
        Process.Start(request.Form["command"]);
        log.Debug("started");
        // ruleid: csharp-exec
        var info = new ProcessStartInfo(user);
        // ok: csharp-exec
        Process.Start("uptime");
        if (Allowed.Contains(user))
        {
            // ok: csharp-exec
            Process.Start(user);
        }
    }

    void Nightly(HttpRequest request)
    {
        // ok: csharp-exec
        Process.Start(request.Path);
    }

    void HandleTimer(Clock clock)
    {
        // ok: csharp-exec
        Process.Start(clock.Job);
    }
}

class Crypto
{
    void Secure(string password, byte[] salt)
    {
        // ruleid: csharp-hash
        using var first = SHA256.Create();
        // ok: csharp-hash
        using var second = SHA512.Create();
        // ruleid: csharp-tls
        handler.SslProtocols = SslProtocols.Tls13;
        // ok: csharp-tls
        handler.SslProtocols = SslProtocols.Tls12;
        // ruleid: csharp-rounds
        var weak = new Rfc2898DeriveBytes(password, salt, 1000);
        // ok: csharp-rounds
        var strong = new Rfc2898DeriveBytes(password, salt, 210_000);
        // ruleid: csharp-key
        var signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
        // ok: csharp-key
        var label = "the signing key of invoices";
        // ruleid: csharp-hosts
        var open = new[] { "shop.example", "*" };
        // ok: csharp-hosts
        var closed = new[] { "shop.example", "api.example" };
    }
}

class Database
{
    void Find(SqlConnection db, string name)
    {
        // ruleid: csharp-dsn
        Connect("Server=db;User=app;Password=s3cret");
        // ok: csharp-dsn
        Connect("Server=db;User=app;Password=test");
        // ruleid: csharp-query
        new SqlCommand("select * from users where name = '" + name + "'", db);
        // ruleid: csharp-query
        new SqlCommand($"select * from users where name = '{name}'", db);
        // ok: csharp-query
        new SqlCommand(prepared, db);
    }
}

// ruleid: csharp-controller
class Purge : Controller
{
    int count;

    [HttpGet]
    public IActionResult Remove(int id)
    {
        count++;
        store.Delete(id);
        return Ok();
    }
}

// ok: csharp-controller
class Show : Controller
{
    [HttpGet]
    public IActionResult Find(int id)
    {
        return Ok(store.Find(id));
    }
}

class Sessions
{
    void Login(User user, Random dice, RandomNumberGenerator safe)
    {
        // ruleid: csharp-cookie
        builder.Cookie("sid", id).HttpOnly(true).Secure(false);
        // ok: csharp-cookie
        builder.Cookie("sid", id).HttpOnly(true).Secure(true);
        // ruleid: csharp-log
        logger.LogInformation("login of " + user.Name + " with " + Mask(user.Password));
        // ok: csharp-log
        logger.LogInformation("login of " + user.Name);
        // ruleid: csharp-random
        var token = dice.Next(1000000);
        // ok: csharp-random
        var nonce = safe.Next(1000000);
        var objects = new BinaryFormatter();
        var records = new JsonFormatter();
        // ruleid: csharp-formatter
        objects.Deserialize(body);
        // ok: csharp-formatter
        records.Deserialize(body);
        var next = Request.Query["next"];
        // ruleid: csharp-redirect
        Response.Redirect(next);
        // ok: csharp-redirect
        Response.Redirect("/home");
        // ok: csharp-redirect
        Response.Redirect(home);
        // ok: csharp-redirect
        mailer.Forward(next);
    }
}
