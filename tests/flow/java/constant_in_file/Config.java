final class Config {
  static final boolean DEBUG = false;
  static final String MODE = "strict";

  private Config() {
  }
}
