class Order {
  public string Name { get; set; } = "x";
  string note;
  public string Note { get { return note; } set { note = value; } }
  int Pay(object o) {
    if (o is string s && s.Length > 0) return 1;
    switch (o) {
      case int n when n > 1: return n;
      case null: goto default;
      default: return int.TryParse(Name, out var r) ? r : 0;
    }
  }
}
