<%@ Page Language="C#" CodeBehind="Rows.aspx.cs" Inherits="Shop.RowsPage" %>
<% foreach (var row in Rows) { %>
  <%-- ruleid: xss --%>
  <li><%= row %></li>
  <%-- ok: xss --%>
  <li><%: row %></li>
<% } %>
<% foreach (var name in Names) { %>
  <%-- ok: xss --%>
  <li><%= name %></li>
<% } %>
