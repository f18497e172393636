package shop.web;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.owasp.encoder.Encode;
import org.springframework.web.util.HtmlUtils;

class GreetingServlet extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PrintWriter out = response.getWriter();
    String name = request.getParameter("name");
    // ruleid: java-xss-servlet
    out.println("<p>Hello " + name + "</p>");
    // ok: java-xss-servlet
    out.println("<p>Hello " + Encode.forHtml(name) + "</p>");
    // ok: java-xss-servlet
    out.println("<p>Hello " + HtmlUtils.htmlEscape(name) + "</p>");
    // ruleid: java-xss-servlet
    response.getWriter().format("<h1>%s</h1>", title(request));
  }

  private String title(HttpServletRequest request) {
    return request.getHeader("Referer");
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String note = new BufferedReader(new FileReader("note.txt")).readLine();
    // ruleid: java-xss-indirect
    response.getWriter().println("<p>" + note + "</p>");
    // ok: java-xss-indirect
    response.getWriter().println("<p>" + Encode.forHtml(note) + "</p>");
  }
}

class GreetingResource {
  @GET
  public Response greet(@QueryParam("name") String name) {
    // ruleid: java-xss-servlet
    return Response.ok("<p>" + name + "</p>").build();
  }
}
