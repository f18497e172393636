struct P { int x, y; auto operator<=>(const P&) const = default; };
consteval int square(int x) { return x * x; }
constinit int limit = 3;
task<int> run(char8_t c) {
  before(1);
  P p{.x = 1, .y = 2};
  co_await other();
  for (auto v = list(); auto& x : v) co_yield x;
  if (p.x) [[likely]] { }
  using enum Color;
  switch (c) { [[unlikely]] case 1: break; }
  after(1);
  co_return 1;
}
