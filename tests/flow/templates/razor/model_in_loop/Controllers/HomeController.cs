using System.Collections.Generic;
using Microsoft.AspNetCore.Mvc;
using Shop.Models;

namespace Shop.Controllers
{
    public class HomeController : Controller
    {
        public IActionResult List(string text)
        {
            var rows = new List<Row>();
            rows.Add(new Row { Text = text, Size = 1 });
            return View("All", rows);
        }
    }
}
