package shop.accounts;

import java.io.IOException;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.ldap.support.LdapEncoder;

class LoginServlet extends HttpServlet {
  private DirContext directory;

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String user = request.getParameter("user");
    try {
      // ruleid: java-ldap-injection
      directory.search("ou=people", "(uid=" + user + ")", new SearchControls());
      // ok: java-ldap-injection
      directory.search("ou=people", "(uid={0})", new Object[] {user}, new SearchControls());
      // ok: java-ldap-injection
      directory.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", new SearchControls());
    } catch (NamingException e) {
      response.sendError(500);
    }
  }

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      Context names = new InitialContext();
      // ruleid: java-jndi-injection
      names.lookup(request.getParameter("source"));
      // ok: java-jndi-injection
      names.lookup("java:comp/env/jdbc/shop");
    } catch (NamingException e) {
      response.sendError(500);
    }
  }

  void sync() throws NamingException {
    InitialDirContext context = new InitialDirContext();
    // ruleid: java-ldap-injection-indirect
    context.search("ou=people", "(uid=" + System.getenv("SYNC_USER") + ")", new SearchControls());
    // ok: java-ldap-injection-indirect
    context.search("ou=people", "(uid=sync)", new SearchControls());
  }
}
