class Context {
  static String currentUser = "nobody";
  static String region = "eu";

  static void login(String name) {
    currentUser = name;
  }
}
