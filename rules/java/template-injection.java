package shop.mail;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

class GreetingController {
  @PostMapping("/preview")
  void preview(@RequestBody String text) throws IOException {
    // ruleid: java-template-injection
    new Template("preview", new StringReader(text), new Configuration());
  }

  @PostMapping("/greeting")
  String greeting(@RequestBody String name) {
    StringWriter out = new StringWriter();
    VelocityContext context = new VelocityContext();
    context.put("name", name);
    // ok: java-template-injection
    Velocity.evaluate(context, out, "greeting", "Hello $name");
    // ruleid: java-template-injection
    Velocity.evaluate(context, out, "greeting", "Hello " + name);
    return out.toString();
  }
}
