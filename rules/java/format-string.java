package shop.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class PriceController {
  @GetMapping("/price")
  String price(@RequestParam String format) {
    // ruleid: java-format-string
    return String.format(format, 19.99);
  }

  @GetMapping("/price-of")
  String priceOf(@RequestParam String article) {
    // ok: java-format-string
    return String.format("%s costs %.2f", article, 19.99);
  }
}
