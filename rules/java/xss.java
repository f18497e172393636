package shop.web;

import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import org.springframework.web.util.HtmlUtils;

public class GreetingServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    // ruleid: java-xss-servlet
    response.getWriter().println("<h1>Hello " + request.getParameter("name") + "</h1>");
    PrintWriter out = response.getWriter();
    // ruleid: java-xss-servlet
    out.write(request.getParameter("comment"));
    // ruleid: java-xss-servlet
    out.printf("<p>You came from %s</p>", request.getHeader("Referer"));
    // ok: java-xss-servlet
    out.println("<h1>Hello " + Encode.forHtml(request.getParameter("name")) + "</h1>");
    // ok: java-xss-servlet
    response.getWriter().write(HtmlUtils.htmlEscape(request.getParameter("comment")));
    // ok: java-xss-servlet
    out.println("<p>Page " + Integer.parseInt(request.getParameter("page")) + "</p>");
    // ok: java-xss-servlet
    out.println("<p>Welcome</p>");
  }
}
