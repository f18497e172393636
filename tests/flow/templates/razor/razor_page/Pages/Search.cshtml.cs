using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Pages
{
    public class SearchModel : PageModel
    {
        public string Query { get; set; }
        public string Title { get; set; }

        public void OnGet(string query)
        {
            Query = query;
            Title = "Search";
        }
    }
}
