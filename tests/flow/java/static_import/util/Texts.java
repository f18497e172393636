package util;

public final class Texts {
  private Texts() {
  }

  public static String quoted(String text) {
    return "\"" + text + "\"";
  }

  public static String blank(String text) {
    return " ".repeat(text.length());
  }
}
