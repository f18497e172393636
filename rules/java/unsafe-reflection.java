package shop.tools;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

class ExportController {
  private static final Map<String, String> EXPORTERS = Map.of("csv", "shop.CsvExporter", "pdf", "shop.PdfExporter");

  @PostMapping("/export")
  Object export(@RequestParam String type) throws Exception {
    // ruleid: java-unsafe-reflection
    return Class.forName("shop." + type).getDeclaredConstructor().newInstance();
  }

  @PostMapping("/export-listed")
  Object exportListed(@RequestParam String type) throws Exception {
    // ok: java-unsafe-reflection
    return Class.forName(EXPORTERS.get("csv")).getDeclaredConstructor().newInstance();
  }

  @PostMapping("/codec")
  void codec(@RequestParam String codec) {
    // ruleid: java-library-from-request
    System.load("/opt/shop/" + codec);
    // ok: java-library-from-request
    System.load("/opt/shop/libcodec.so");
  }

  Object configured() throws Exception {
    // ruleid: java-unsafe-reflection-indirect
    Class<?> type = Class.forName(System.getenv("SHOP_EXPORTER"));
    // ok: java-unsafe-reflection-indirect
    return Class.forName("shop.CsvExporter").getDeclaredConstructor().newInstance();
  }
}
