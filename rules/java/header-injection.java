package shop.web;

import java.io.IOException;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class LanguageServlet extends HttpServlet {
  private Message message;

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String language = request.getParameter("language");
    // ruleid: java-header-injection
    response.setHeader("Content-Language", language);
    // ok: java-header-injection
    response.setHeader("X-Language", language.replaceAll("[\r\n]", ""));
    // ok: java-header-injection
    response.setHeader("Content-Language", "en");
    Cookie cookie = new Cookie("language", language);
    cookie.setSecure(true);
    // ruleid: java-header-injection
    response.addCookie(cookie);
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      // ruleid: java-mail-header-injection
      message.setSubject("Order of " + request.getParameter("name"));
      // ok: java-mail-header-injection
      message.setSubject("An order");
    } catch (MessagingException e) {
      response.sendError(500);
    }
    // ruleid: java-header-injection-indirect
    response.setHeader("X-Node", System.getenv("NODE_NAME"));
    // ok: java-header-injection-indirect
    response.setHeader("X-Node", "one");
  }
}
