// A small web shop service: most constructs of C# in one file.
using System;
using System.Collections.Generic;
using static System.Math;
using Json = System.Text.Json.JsonSerializer;

[assembly: CLSCompliant(true)]

namespace Shop.Orders
{
    #region model
    public enum State : byte { Open = 1, Paid, Sent = Open << 2 }
    public record Line(string Article, int Count) : Entity(Article);
    public delegate void Changed<T>(object sender, T args) where T : EventArgs;
    public interface IStore<in TKey, TValue> : IDisposable where TValue : class, new()
    {
        TValue? this[TKey key] { get; set; }
        Task<TValue> FindAsync(TKey key, CancellationToken token = default);
    }
    #endregion

    [Route("api/orders"), ApiController]
    public sealed partial class OrdersController : ControllerBase, IStore<int, Order>
    {
        private const string Query = "SELECT * FROM orders", Prefix = @"C:\orders\";
        private readonly ILogger<OrdersController> _logger;
        public event EventHandler? Saved;
        public string Name { get; private set; } = "orders";
        public int Count => _lines.Count;
        public Order? this[int key] { get { return _lines[key]; } set => _lines[key] = value!; }

        public OrdersController(ILogger<OrdersController> logger) : base(logger) { _logger = logger; }
        ~OrdersController() => Dispose(false);
        public static bool operator ==(OrdersController a, OrdersController b) => a.Equals(b);
        public static implicit operator int(OrdersController a) => a.Count;

        [HttpGet("{id:int}")]
        [return: NotNull]
        public async Task<IActionResult> Get([FromQuery] string id, ref int hits, params object[] rest)
        {
            using var connection = new SqlConnection(Configuration["db"]);
            var command = new SqlCommand($"SELECT * FROM t WHERE id = {id,5:X} AND n = 'x'", connection);
            string path = Path.Combine("/tmp", id + ".txt"), text = """raw "text" here""";
            if (!int.TryParse(id, out var number) || number is < 0 or > 0x1F)
            {
                return BadRequest();
            }
            else if (rest is { Length: 0 } and not null)
                throw new ArgumentException(message: "empty", nameof(rest));
            else
            {
                hits++;
            }
            foreach (var (key, value) in map) Console.WriteLine("{0}", key);
            for (int i = 0, j = 10; i < j; i++, --j) { total += i * 2.5m; }
            while (await reader.ReadAsync().ConfigureAwait(false)) continue;
            do { number -= 1; } while (number > 0);
            switch (State)
            {
                case State.Open when number > 3:
                case State.Paid:
                    break;
                case int n:
                    goto default;
                default:
                    yield break;
            }
            var label = State switch { State.Open => "open", _ when number == 1 => 'c'.ToString(), _ => null };
            try
            {
                lock (_gate) { unsafe { fixed (byte* p = buffer) *p = 0; } }
                using (var stream = File.OpenRead(path)) stream.CopyTo(target);
            }
            catch (IOException error) when (error.HResult == 1)
            {
                _logger?.LogError(error, "failed");
                throw;
            }
            catch { }
            finally { Saved?.Invoke(this, EventArgs.Empty); }
            Func<int, int> twice = x => x * 2, sum = (a) => { return a + number; };
            button.Click += async delegate (object s, EventArgs e) { await Task.Delay(1); };
            var cookie = new HttpCookie("id") { Secure = false, HttpOnly = true };
            var list = new List<int> { 1, 2 };
            int[] numbers = new int[3], more = new[] { 1, 2 }, all = [1, .. numbers];
            var anonymous = new { Id = id, number };
            Order order = (Order)list[^1] ?? default(Order);
            (int left, var right) = (1, label as string);
            var names = from line in lines where line.Count > 1 let n = line.Name orderby n select n.ToUpper();
            int Local<T>(T item) where T : struct => typeof(T).GetHashCode() + sizeof(int);
            var result = Json.Deserialize<Order>(text, options: null);
            global::System.Diagnostics.Process.Start("cmd", "/c " + id);
#if DEBUG
            Trace(checked(number + 1));
#else
            Trace(0);
#endif
            return number > 1 ? Ok(result) : NotFound();
        }
    }
}
