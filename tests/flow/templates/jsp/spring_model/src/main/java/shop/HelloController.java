package shop;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class HelloController {
  @GetMapping("/hello")
  public String hello(@RequestParam String name, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("title", "Hello");
    return "hello";
  }

  @GetMapping("/bye")
  public ModelAndView bye(@RequestParam String name) {
    ModelAndView page = new ModelAndView("bye");
    page.addObject("name", name);
    page.addObject("title", "Bye");
    return page;
  }
}
