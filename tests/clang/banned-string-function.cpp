extern "C" char *strcpy(char *to, const char *from);
namespace std { using ::strcpy; }
namespace text { char *strcpy(char *to, const char *from); }
struct Writer { void strcpy(const char *text); };

void copies(Writer &writer, const char *name) {
  char buffer[8];
  // ruleid: clang-banned-string-function
  std::strcpy(buffer, name);
  // ruleid: clang-banned-string-function
  ::strcpy(buffer, name);
  // ok: clang-banned-string-function
  text::strcpy(buffer, name);
  // ok: clang-banned-string-function
  writer.strcpy(name);
  constexpr char kName[] = "seven..";
  // ok: clang-banned-string-function
  std::strcpy(buffer, kName);
}
