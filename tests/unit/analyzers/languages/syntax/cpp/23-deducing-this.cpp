void first() { before(1); }
struct A {
  template <typename Self> auto&& get(this Self&& self) { return self.x; }
  int run(this A self, int y) { return self.x + y; }
  int x;
};
void last() { after(1); }
