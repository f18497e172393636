using System;
using System.Collections.Generic;

namespace Shop
{
    public partial class RowsPage : System.Web.UI.Page
    {
        protected List<string> Rows = new List<string>();
        protected List<string> Names = new List<string>();

        protected void Page_Load(object sender, EventArgs e)
        {
            Rows.Add(Request.Params["row"]);
            Names.Add("fixed");
        }
    }
}
