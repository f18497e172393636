package shop.web;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Cookies {
  void remember(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("remember", token);
    // ruleid: java-cookie-secure-disabled
    cookie.setSecure(true);
    // ruleid: java-cookie-httponly-disabled
    cookie.setHttpOnly(true);
    // ok: java-cookie-without-secure
    response.addCookie(cookie);
  }

  void session(HttpServletResponse response, String id) {
    Cookie session = new Cookie("sid", id);
    boolean off = false;
    // ruleid: java-cookie-secure-disabled
    session.setSecure(true);
    // ruleid: java-cookie-httponly-disabled
    session.setHttpOnly(true);
    response.addCookie(session);
  }

  void strict(HttpServletResponse response, String id, boolean production) {
    Cookie cookie = new Cookie("sid", id);
    // ok: java-cookie-secure-disabled
    cookie.setSecure(true);
    // ok: java-cookie-httponly-disabled
    cookie.setHttpOnly(true);
    // ok: java-cookie-without-secure
    response.addCookie(cookie);
    Cookie other = new Cookie("lang", "en");
    // ok: java-cookie-secure-disabled
    other.setSecure(production);
    // ok: java-cookie-httponly-disabled
    other.setHttpOnly(production);
    response.addCookie(other);
  }

  void plain(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setHttpOnly(true);
    // ruleid: java-cookie-without-secure
    response.addCookie(cookie);
  }

  void plainToo(HttpServletResponse response, boolean known) {
    Cookie seen = new Cookie("seen", "1");
    if (known) {
      // ruleid: java-cookie-without-secure
      response.addCookie(seen);
    }
  }
}
