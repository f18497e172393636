interface Filter {
  String apply(String text);
}

class UpperFilter implements Filter {
  public String apply(String text) {
    return text.toUpperCase();
  }
}

class DropFilter implements Filter {
  public String apply(String text) {
    return "";
  }
}
