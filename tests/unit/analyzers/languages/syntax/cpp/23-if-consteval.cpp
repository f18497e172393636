void first() { before(1); }
constexpr int run() {
  if consteval { return 1; } else { go(); }
  return 0;
}
void last() { after(1); }
