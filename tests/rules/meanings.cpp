struct Task { void run(); };
struct Limits {
  static constexpr int kBits = 512;
  static const char *name;
  int bits = 512;
};
void a(Task *given, Task &other) {
  Task *made = new Task();
  // ruleid: meaning-pointer
  made->run();
  // ruleid: meaning-pointer
  given->run();
  auto found = new Task();
  // ruleid: meaning-pointer
  found->run();
  // ok: meaning-pointer
  other.run();
  // ruleid: meaning-static-constant
  use(Limits::kBits);
  // ok: meaning-static-constant
  use(Limits().bits);
}
