namespace std {
int system(const char *command);
struct string { const char *c_str() const; };
}
struct Drive { int system(const char *name); };

void runs(const std::string &text, Drive &drive) {
  // ruleid: clang-command-not-constant
  std::system(text.c_str());
  // ok: clang-command-not-constant
  std::system("ls");
  // ok: clang-command-not-constant
  drive.system(text.c_str());
}
