package shop.web;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class RegionServlet extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: java-trust-boundary-violation
    request.getSession().setAttribute("region", request.getParameter("region"));
    // ok: java-trust-boundary-violation
    request.getSession().setAttribute("page", Integer.parseInt(request.getParameter("page")));
    // ok: java-trust-boundary-violation
    request.getSession().setAttribute("region", "EU");
  }
}
