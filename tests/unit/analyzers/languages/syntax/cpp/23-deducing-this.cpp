struct A {
  template <typename Self> auto&& get(this Self&& self) { before(1); return self.x; }
  int run(this A self, int y) { return self.x + y; }
  int operator[](int i, int j) const { return grid[i, j]; }
  static int operator()(int x) { return x; }
  int x;
};
void go() { after(1); }
