import flow.Io;

class StringBuilding {
  static void page() {
    StringBuilder page = new StringBuilder("<p>");
    page.append(Io.source()).append("</p>");
    // ruleid: flow
    Io.sink(page.toString());
  }

  static void emptyPage() {
    StringBuilder page = new StringBuilder();
    page.append("<p>");
    page.append("</p>");
    // ok: flow
    Io.sink(page.toString());
  }

  static void reset() {
    StringBuilder page = new StringBuilder();
    page.append(Io.source());
    page.setLength(0);
    // ok: flow
    Io.sink(page.toString());
  }
}
