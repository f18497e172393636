class NullStorage implements Storage {
  public void save(String key, String value) {
  }

  public String load(String key) {
    return "";
  }
}
