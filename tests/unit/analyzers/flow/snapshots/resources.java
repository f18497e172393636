class Copy {
  private int count = 1;
  int run(String name) throws IOException {
    try (Reader in = open(name)) {
      count++;
      return in.read();
    }
  }
}
