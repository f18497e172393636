package shop.web;

import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class FilterController {
  @GetMapping("/filter")
  boolean filter(@RequestParam String pattern) {
    // ruleid: java-regex-injection
    return Pattern.compile(pattern).matcher("articles").find();
  }

  @GetMapping("/filter-quoted")
  boolean filterQuoted(@RequestParam String text) {
    // ok: java-regex-injection
    return Pattern.compile(Pattern.quote(text)).matcher("articles").find();
  }

  boolean slow(String text) {
    // ruleid: java-slow-regex
    Pattern nested = Pattern.compile("^(a+)+$");
    // ok: java-slow-regex
    Pattern plain = Pattern.compile("^[a-z]+$");
    return nested.matcher(text).matches() || plain.matcher(text).matches();
  }
}
