namespace Shop
{
    // ruleid: csharp-class
    public class OrdersController : Controller, IDisposable
    {
        // ruleid: csharp-field
        private readonly string password = "hunter2";
        // ok: csharp-field
        private readonly string login;
        // ruleid: csharp-bare-attribute
        [AllowHtml]
        public string Text { get; set; }

        // ruleid: csharp-attribute, csharp-parameter
        [HttpPost]
        [Route("x")]
        public async Task<int> Save(int id, [FromBody] Order order)
        {
            // ruleid: csharp-new
            var command = new SqlCommand("SELECT " + id, connection);
            // ok: csharp-new
            var fixedCommand = new SqlCommand("SELECT 1", connection);
            // ruleid: csharp-property
            command.CommandText = order.Text;
            // ruleid: csharp-call
            Process.Start("x");
            // ruleid: csharp-call
            Process?.Start("cmd", order.Text);
            // ruleid: csharp-generic-call, csharp-generic-call-typed
            var a = Json.Parse<object>(order.Text);
            // ruleid: csharp-generic-call
            var b = Json.Parse<Order>(order.Text);
            // ruleid: csharp-sequence
            var job = new Job(id);
            if (id > 1) { job.Run(); }
            // ruleid: csharp-initializer
            Append(new CookieOptions { HttpOnly = true, Secure = false });
            // ok: csharp-initializer
            Append(new CookieOptions { Secure = true });
            // ruleid: csharp-named-argument
            Open(order.Text, write: true);
            // ok: csharp-named-argument
            Open(order.Text, write: false);
            // ruleid: csharp-lambda
            handler.Callback = (sender, certificate) => true;
            // ok: csharp-lambda
            handler.Callback = (sender, certificate) => certificate.Ok;
            // ruleid: csharp-using
            using (var file = File.Open(order.Text)) Use(file);
            // ruleid: csharp-if
            if (order == null) throw new ArgumentNullException(nameof(order));
            // ok: csharp-if
            if (order != null) { throw new ArgumentException("x"); }
            // ruleid: csharp-foreach
            foreach (var line in order.Lines) { Use(line); }
            // ruleid: csharp-catch
            try { Use(order); } catch (IOException error) { }
            // ok: csharp-catch
            try { Use(order); } catch (IOException error) { Log(error); }
            return 0;
        }

        // ok: csharp-attribute, csharp-parameter
        [HttpGet]
        public int Load(int id) { return id; }
    }

    // ok: csharp-class
    public class Plain : Base { }
}
