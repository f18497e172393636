package shop;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;

@Controller
public class HelloController {
  @GetMapping("/hello")
  public String hello(@RequestParam("name") String name, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("title", "Hello");
    return "hello";
  }
}
