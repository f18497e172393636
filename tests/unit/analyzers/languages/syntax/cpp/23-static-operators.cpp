struct A {
  int operator[](int i, int j) const { before(1); return grid[i, j]; }
  static int operator()(int x) { return x; }
};
void last() { after(1); }
