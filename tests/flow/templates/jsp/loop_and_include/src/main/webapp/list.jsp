<c:forEach items="${rows}" var="row">
  <%-- ruleid: xss --%>
  <li>${row}</li>
  <%-- ok: xss --%>
  <li><c:out value="${row}"/> ${size}</li>
</c:forEach>
<jsp:include page="/part.jsp"/>
