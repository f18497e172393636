package shop;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;

@Controller
public class LinkController {
  @GetMapping("/link")
  public String link(@RequestParam String url, Model model) {
    model.addAttribute("url", url);
    model.addAttribute("home", "/home");
    return "link";
  }
}
