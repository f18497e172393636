using System;
using System.Data;
using System.Data.SqlClient;
using System.IO;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

public class OrdersController : Controller
{
    private readonly ShopContext _context;

    public IActionResult Find(string customer)
    {
        using var connection = new SqlConnection("Server=db");
        // ruleid: csharp-sql-injection
        var command = new SqlCommand("SELECT * FROM orders WHERE customer = '" + customer + "'", connection);
        return View(command.ExecuteReader());
    }

    public IActionResult FindBound(string customer)
    {
        using var connection = new SqlConnection("Server=db");
        // ok: csharp-sql-injection
        var command = new SqlCommand("SELECT * FROM orders WHERE customer = @customer", connection);
        command.Parameters.AddWithValue("@customer", customer);
        return View(command.ExecuteReader());
    }

    public IActionResult Note()
    {
        return Save(Request.Query["note"], Request.Query["id"]);
    }

    private IActionResult Save(string note, string id)
    {
        using var connection = new SqlConnection("Server=db");
        var command = connection.CreateCommand();
        // ruleid: csharp-sql-injection
        command.CommandText = $"UPDATE orders SET note = '{note}'";
        int number = int.Parse(id);
        // ok: csharp-sql-injection
        command.CommandText = $"UPDATE orders SET seen = 1 WHERE id = {number}";
        command.ExecuteNonQuery();
        return Ok();
    }

    public static void Import()
    {
        using var connection = new SqlConnection("Server=db");
        string line = File.ReadAllText("orders.txt");
        // ruleid: csharp-sql-injection-indirect
        var command = new SqlCommand("DELETE FROM orders WHERE customer = '" + line + "'", connection);
        // ok: csharp-sql-injection-indirect
        var other = new SqlCommand("DELETE FROM orders", connection);
    }
}

public class FindRequest
{
    public string Term { get; set; }
    public int Page { get; set; }
}

public static class Program
{
    public static void Serve(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/orders", (IDbConnection db, string customer, int number) =>
        {
            // ruleid: csharp-sql-injection
            db.QuerySingleOrDefault<string>("SELECT * FROM orders WHERE customer = '" + customer + "'");
            // ok: csharp-sql-injection
            db.QuerySingleOrDefault<string>("SELECT * FROM orders WHERE id = " + number);
            // ok: csharp-sql-injection
            db.QuerySingleOrDefault<string>("SELECT * FROM orders WHERE customer = @customer", new { customer });
        });
        app.MapGroup("/find").MapPost("/", (IDbConnection db, FindRequest find) =>
        {
            // ruleid: csharp-sql-injection
            db.Query<string>($"SELECT * FROM orders WHERE note LIKE '%{find.Term}%'");
            // ok: csharp-sql-injection
            db.Query<string>($"SELECT * FROM orders LIMIT 20 OFFSET {find.Page * 20}");
        });
    }
}
