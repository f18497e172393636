package shop.search;

import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.script.ScriptEngine;
import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.web.client.RestTemplate;

class Lookups {
  private static final Set<String> FEEDS = Set.of("https://news.example/feed");
  private static final String USER_FILTER = "(&(objectClass=person)(uid={0}))";

  Object ldap(DirContext context, String user, SearchControls controls) throws Exception {
    // ruleid: java-ldap-injection
    return context.search("ou=people", "(uid=" + user + ")", controls);
  }

  Object ldapFormat(DirContext directory, String mail, SearchControls controls) throws Exception {
    // ruleid: java-ldap-injection
    return directory.search("ou=people", String.format("(mail=%s)", mail), controls);
  }

  Object ldapBound(DirContext context, String user, SearchControls controls) throws Exception {
    // ok: java-ldap-injection
    return context.search("ou=people", USER_FILTER, new Object[] {user}, controls);
  }

  Object fullText(Index index, String words) {
    // ok: java-ldap-injection
    return index.search("articles", "title:" + words, 10);
  }

  Object xpath(XPath xpath, org.w3c.dom.Document users, String name) throws Exception {
    // ruleid: java-xpath-injection
    return xpath.evaluate("//user[name='" + name + "']/role", users);
  }

  Object xpathCompiled(XPath userXPath, String id) throws Exception {
    // ruleid: java-xpath-injection
    return userXPath.compile(String.format("//user[@id='%s']", id));
  }

  Object xpathBound(XPath xpath, org.w3c.dom.Document users) throws Exception {
    // ok: java-xpath-injection
    return xpath.evaluate("//user[name=$name]/role", users);
  }

  Object score(Formula formula, String a) {
    // ok: java-xpath-injection
    return formula.evaluate("x + " + a);
  }

  Object spel(SpelExpressionParser parser, String field) {
    // ruleid: java-expression-language-injection
    return parser.parseExpression("order." + field).getValue();
  }

  Object spelRequest(SpelExpressionParser parser, HttpServletRequest request) {
    // ruleid: java-expression-language-injection
    return parser.parseExpression(request.getParameter("filter")).getValue();
  }

  Object spelConstant(SpelExpressionParser parser, Order order) {
    // ok: java-expression-language-injection
    return parser.parseExpression("total > 100").getValue(SimpleEvaluationContext.forReadOnlyDataBinding().build(), order);
  }

  Object spelConstantJoined(SpelExpressionParser parser, Order order) {
    // ok: java-expression-language-injection
    return parser.parseExpression("total > " + "limit").getValue(order);
  }

  Object script(ScriptEngine engine, String formula) throws Exception {
    // ruleid: java-script-engine-eval
    return engine.eval("var price = " + formula);
  }

  Object scriptRequest(ScriptEngine scriptEngine, HttpServletRequest request) throws Exception {
    // ruleid: java-script-engine-eval
    return scriptEngine.eval(request.getParameter("script"));
  }

  Object scriptConstant(ScriptEngine engine, double amount) throws Exception {
    engine.put("amount", amount);
    // ok: java-script-engine-eval
    return engine.eval("amount * 1.22");
  }

  Object redis(Jedis jedis, String key) {
    // ok: java-script-engine-eval
    return jedis.eval("return redis.call('get', '" + key + "')");
  }

  InputStream fetch(HttpServletRequest request) throws Exception {
    // ruleid: java-ssrf-request-url
    return new URL(request.getParameter("url")).openStream();
  }

  String fetchTemplate(RestTemplate template, HttpServletRequest request) {
    String address = request.getParameter("callback");
    // ruleid: java-ssrf-request-url
    return template.getForObject(address, String.class);
  }

  InputStream fetchListed(HttpServletRequest request) throws Exception {
    String address = request.getParameter("url");
    if (!FEEDS.contains(address)) {
      throw new IllegalArgumentException("unknown feed");
    }
    // ok: java-ssrf-request-url
    return new URL(address).openStream();
  }

  URI fixed() {
    // ok: java-ssrf-request-url
    return URI.create("https://news.example/feed");
  }
}
