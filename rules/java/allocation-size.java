package shop.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class PadController {
  @GetMapping("/pad")
  String pad(@RequestParam int width) {
    // ruleid: java-allocation-size-request
    return " ".repeat(width);
  }

  @GetMapping("/pad-fixed")
  String padFixed(@RequestParam int width) {
    // ok: java-allocation-size-request
    return " ".repeat(40);
  }
}
