package shop.web;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SearchServlet extends HttpServlet {
  private static final Logger LOG = LoggerFactory.getLogger(SearchServlet.class);

  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String term = request.getParameter("q");
    // ruleid: java-log-injection
    LOG.info("search for " + term);
    // ruleid: java-log-injection
    LOG.warn("nothing found for {}", term);
    // ok: java-log-injection
    LOG.info("search for " + term.replace("\n", "").replace("\r", ""));
    // ok: java-log-injection
    LOG.info("search for {} letters", term.length());
  }
}
