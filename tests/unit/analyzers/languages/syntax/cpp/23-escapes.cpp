void run() {
  before(1);
  auto text = "\x{41}\N{LATIN SMALL LETTER A}\u{e9}";
  after(1);
}
