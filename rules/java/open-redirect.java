package shop.web;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class LogoutServlet extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    // ruleid: java-open-redirect
    response.sendRedirect(next);
    // ok: java-open-redirect
    response.sendRedirect("/login");
    // ruleid: java-open-redirect-indirect
    response.sendRedirect(System.getenv("SHOP_HOME"));
    // ok: java-open-redirect-indirect
    response.sendRedirect("/home");
  }

  @org.springframework.web.bind.annotation.GetMapping("/back")
  public String back(@org.springframework.web.bind.annotation.RequestParam String next) {
    if (next.equals("orders")) {
      return "redirect:/orders";
    }
    // ruleid: java-open-redirect
    return "redirect:" + next;
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
    // ruleid: java-unsafe-forward
    request.getRequestDispatcher(request.getParameter("page")).forward(request, response);
    // ok: java-unsafe-forward
    request.getRequestDispatcher("/WEB-INF/order.jsp").forward(request, response);
  }
}
