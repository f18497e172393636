using Microsoft.AspNetCore.Mvc;

namespace Shop.Controllers
{
    public class HomeController : Controller
    {
        public IActionResult Show(string name)
        {
            return View(new Shown { Name = name, Title = "x" });
        }
    }
}
