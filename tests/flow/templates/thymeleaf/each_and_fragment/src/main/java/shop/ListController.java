package shop;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;

@Controller
public class ListController {
  @GetMapping("/list")
  public String list(@RequestParam String row, Model model) {
    java.util.List<String> rows = new java.util.ArrayList<>();
    rows.add(row);
    model.addAttribute("rows", rows);
    model.addAttribute("count", rows.size());
    return "list/all";
  }
}
