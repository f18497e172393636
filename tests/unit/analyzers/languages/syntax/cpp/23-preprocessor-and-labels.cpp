#if A
#elifdef B
#elifndef C
#endif
#warning "text"
void run() {
  before(1);
  [[assume(x > 0)]];
  after(1);
end:
}
