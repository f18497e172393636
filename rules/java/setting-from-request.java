package shop.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

class SettingController {
  @PostMapping("/proxy")
  void proxy(@RequestParam String host) {
    // ruleid: java-setting-from-request
    System.setProperty("http.proxyHost", host);
    // ok: java-setting-from-request
    System.setProperty("http.proxyHost", "proxy.example.com");
  }
}
