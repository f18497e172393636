<c:set var="first" value="${rows[0]}"/>
<%-- ruleid: xss --%>
<b>${first}</b>
<%-- ok: xss --%>
<b>${size}</b>
