using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Driver;

public class CustomersController : ControllerBase
{
    public IActionResult Find(string filter)
    {
        // ruleid: csharp-nosql-injection
        var query = BsonDocument.Parse("{ name: '" + filter + "' }");
        // ok: csharp-nosql-injection
        var other = BsonDocument.Parse("{ active: true }");
        return Ok();
    }
}
