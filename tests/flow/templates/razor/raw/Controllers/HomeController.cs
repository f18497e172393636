using Microsoft.AspNetCore.Mvc;

namespace Shop.Controllers
{
    public class HomeController : Controller
    {
        public IActionResult Index(string name)
        {
            ViewBag.Name = name;
            ViewBag.Title = "Hello";
            ViewData["Other"] = name;
            return View();
        }
    }
}
