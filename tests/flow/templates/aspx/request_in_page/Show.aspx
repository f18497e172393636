<%@ Page Language="C#" %>
<%-- ruleid: xss --%>
<p><%= Request.QueryString["q"] %></p>
<%-- ok: xss --%>
<p><%: Request.QueryString["q"] %></p>
<% var name = Request.Form["name"]; %>
<%-- ruleid: xss --%>
<p><%= name %></p>
