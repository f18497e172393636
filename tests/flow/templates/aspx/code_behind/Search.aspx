<%@ Page Language="C#" CodeBehind="Search.aspx.cs" Inherits="Shop.Search" %>
<%-- ruleid: xss --%>
<p><%= Query %></p>
<%-- ok: xss --%>
<p><%: Query %></p>
<%-- ok: xss --%>
<p><%= Title2 %></p>
<%-- ok: xss --%>
<p><%= Server.HtmlEncode(Query) %></p>
