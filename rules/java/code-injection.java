package shop.tools;

import java.io.IOException;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import groovy.lang.GroovyShell;

class FormulaServlet extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
    String formula = request.getParameter("formula");
    try {
      // ruleid: java-code-injection
      engine.eval("total = " + formula);
      // ok: java-code-injection
      engine.eval("total = price * 1.19");
    } catch (ScriptException e) {
      response.sendError(400);
    }
    // ruleid: java-code-injection
    new GroovyShell().evaluate(request.getHeader("X-Script"));
  }

  void configured() {
    // ruleid: java-code-injection-indirect
    new GroovyShell().evaluate(System.getenv("SHOP_FORMULA"));
    // ok: java-code-injection-indirect
    new GroovyShell().evaluate("println 1");
  }
}
