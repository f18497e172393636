#if A
#elifdef B
#elifndef C
#endif
#warning "text"
void run() {
  before(1);
  [[assume(x > 0)]];
  auto f = [] static { return 1; };
  after(1);
end:
}
