interface Storage {
  void save(String key, String value);

  String load(String key);
}
