struct Log {
  void write(const char *format, ...) __attribute__((format(printf, 2, 3)));
  static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
};
struct Text { const char *c_str() const; };

void logs(Log &log, const Text &text) {
  // ruleid: clang-format-string-not-literal
  log.write(text.c_str());
  // ok: clang-format-string-not-literal
  log.write("%s", text.c_str());
  // ruleid: clang-format-string-not-literal
  Log::say(text.c_str());
  constexpr const char *kFormat = "%s";
  // ok: clang-format-string-not-literal
  Log::say(kFormat, text.c_str());
}
