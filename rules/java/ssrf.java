package shop.web;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestTemplate;

class PreviewServlet extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    URL address = new URL(request.getParameter("address"));
    // ruleid: java-ssrf-request-url
    HttpURLConnection connection = (HttpURLConnection) address.openConnection();
    URL fixed = new URL("https://api.example.com/preview");
    // ok: java-ssrf-request-url
    HttpURLConnection safe = (HttpURLConnection) fixed.openConnection();
  }
}

class RateController {
  private final RestTemplate rest = new RestTemplate();

  @GetMapping("/rate")
  String rate(@RequestParam String host) {
    // ruleid: java-ssrf-request-url
    return rest.getForObject("http://" + host + "/rate", String.class);
  }

  @GetMapping("/title")
  String title(@RequestParam String page) throws IOException {
    // ruleid: java-ssrf-request-url
    return org.jsoup.Jsoup.connect(page).get().title();
  }

  @GetMapping("/news")
  String news(@RequestParam int number) throws IOException {
    // ok: java-ssrf-request-url
    return org.jsoup.Jsoup.connect("https://news.example.com/" + number).get().title();
  }

  @GetMapping("/rate-fixed")
  String rateFixed(@RequestParam int year) {
    // ok: java-ssrf-request-url
    return rest.getForObject("https://rates.example.com/" + year, String.class);
  }
}
