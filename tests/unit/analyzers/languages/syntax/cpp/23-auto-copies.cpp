constexpr int run() {
  before(1);
  auto n = 10uz;
  auto copy = auto(n);
  auto other = auto{n};
  after(1);
  return 0;
}
