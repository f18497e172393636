package shop.web;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class LoginController {
  private static final Map<String, String> PAGES = Map.of("cart", "/cart", "home", "/");

  void afterLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: java-open-redirect
    response.sendRedirect(request.getParameter("next"));
  }

  void afterLogout(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    // ruleid: java-open-redirect
    response.sendRedirect(next);
  }

  ModelAndView view(HttpServletRequest request) {
    // ruleid: java-open-redirect
    return new ModelAndView("redirect:" + request.getParameter("page"));
  }

  void byKey(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ok: java-open-redirect
    response.sendRedirect(PAGES.getOrDefault(request.getParameter("page"), "/"));
  }

  void checked(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (!PAGES.containsValue(next)) {
      next = "/";
    }
    // ok: java-open-redirect
    response.sendRedirect(next);
  }

  void home(HttpServletResponse response) throws IOException {
    // ok: java-open-redirect
    response.sendRedirect("/home");
  }
}
