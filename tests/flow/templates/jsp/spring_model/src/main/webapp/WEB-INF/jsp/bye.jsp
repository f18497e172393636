<%-- ruleid: xss --%>
<p>${name}</p>
<%-- ok: xss --%>
<p>${title}</p>
