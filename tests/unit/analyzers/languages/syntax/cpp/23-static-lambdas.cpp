void first() { before(1); }
void run() {
  auto f = [] static { return 1; };
}
void last() { after(1); }
