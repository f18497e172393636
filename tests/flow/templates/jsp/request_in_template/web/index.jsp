<%-- ruleid: xss --%>
<p>${param.q}</p>
<%-- ruleid: xss --%>
<p><%= request.getParameter("q") %></p>
<%-- ok: xss --%>
<p><c:out value="${param.q}"/></p>
<%-- ok: xss --%>
<p>${unknown} ${pageContext.request.contextPath}</p>
