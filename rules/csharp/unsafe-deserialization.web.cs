using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;

namespace Shop.Carts
{
    public class CartController : Microsoft.AspNetCore.Mvc.ControllerBase
    {
        // ruleid: csharp-dangerous-formatter
        private static readonly BinaryFormatter _formatter = new BinaryFormatter();

        public void Load()
        {
            // ruleid: csharp-unsafe-deserialization
            var cart = _formatter.Deserialize(Request.Body);
            // ok: csharp-unsafe-deserialization
            var json = JsonSerializer.Deserialize<Session>(Request.Body);
        }

        public static void Restore()
        {
            // ruleid: csharp-unsafe-deserialization-indirect
            var cart = _formatter.Deserialize(File.OpenRead("cart.bin"));
            // ok: csharp-unsafe-deserialization-indirect
            var json = JsonSerializer.Deserialize<Session>(File.ReadAllText("cart.json"));
        }
    }
}
