class Filters {
  static Filter byName(String name) {
    if ("upper".equals(name)) return new UpperFilter();
    return new DropFilter();
  }
}
