<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%-- ok: xss --%>
<h1>${title}</h1>
<%-- ruleid: xss --%>
<p>${name}</p>
<%-- ok: xss --%>
<p><c:out value="${name}"/></p>
<%-- ruleid: xss --%>
<p><c:out value="${name}" escapeXml="false"/></p>
<%-- ok: xss --%>
<p>${fn:escapeXml(name)}</p>
<%-- ruleid: xss --%>
<p><%= request.getAttribute("name") %></p>
<%-- ok: xss --%>
<p><%= request.getAttribute("title") %></p>
<% String shown = (String) request.getAttribute("name"); %>
<%-- ruleid: xss --%>
<p><%= shown %></p>
