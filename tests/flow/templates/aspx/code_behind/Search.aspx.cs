using System;

namespace Shop
{
    public partial class Search : System.Web.UI.Page
    {
        protected string Query;
        protected string Title2;

        protected void Page_Load(object sender, EventArgs e)
        {
            Query = Request.QueryString["q"];
            Title2 = "Search";
        }
    }
}
