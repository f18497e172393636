package shop.catalog;

import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.w3c.dom.Document;

class CatalogController {
  private Document catalog;

  @GetMapping("/price")
  String price(@RequestParam String article) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    // ruleid: java-xpath-injection
    return xpath.evaluate("//article[@name='" + article + "']/price", catalog);
  }

  @GetMapping("/price-bound")
  String priceBound(@RequestParam String article) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.setXPathVariableResolver(name -> article);
    // ok: java-xpath-injection
    return xpath.evaluate("//article[@name=$article]/price", catalog);
  }

  String configured() throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    // ruleid: java-xpath-injection-indirect
    xpath.evaluate("//" + System.getenv("SHOP_NODE"), catalog);
    // ok: java-xpath-injection-indirect
    return xpath.evaluate("//article[1]", catalog);
  }
}
