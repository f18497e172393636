// Functions that write text without knowing the room there is for it.
//
//   char name[8];
//   strcpy(name, "admin");   fits: nothing to say
//   strcpy(name, argument);  reported
//   sprintf(name, "%d", n);  a number has at most 11 characters: reported for 8, not for 12
#include <algorithm>
#include <array>
#include <cctype>

#include "analyzers/clang/checks/check.h"

namespace sluice::clang {
namespace {

constexpr std::string_view kLineReaders[] = {"gets", "_getws", "_getts"};
constexpr std::string_view kCopies[] = {"strcpy", "stpcpy", "wcscpy", "lstrcpy", "lstrcpyA", "lstrcpyW", "StrCpyA", "StrCpyW",
                                        "_tcscpy", "_mbscpy", "_mbccpy", "wcpcpy"};
constexpr std::string_view kAppends[] = {"strcat", "wcscat", "lstrcat", "lstrcatA", "lstrcatW", "StrCatA", "StrCatW", "_tcscat", "_mbscat"};
constexpr std::string_view kPrints[] = {"sprintf", "wsprintf", "wsprintfA", "wsprintfW"};
constexpr std::string_view kListPrints[] = {"vsprintf", "wvsprintfA", "wvsprintfW"};

struct Scan {
  std::string_view name;
  std::size_t format;  // index of the format
};
constexpr Scan kScans[] = {{"scanf", 0},  {"fscanf", 1},  {"sscanf", 1},  {"vscanf", 0},  {"vfscanf", 1}, {"vsscanf", 1},
                           {"wscanf", 0}, {"fwscanf", 1}, {"swscanf", 1}, {"_tscanf", 0}, {"_stscanf", 1}};

template <std::size_t n>
bool holds(const std::string_view (&names)[n], std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

// One conversion of a format: `%-08.3ld`.
struct Conversion {
  std::optional<std::uint64_t> width, precision;
  bool is_suppressed = false;        // scanf's `*`
  bool takes_size_from_argument = false;  // printf's `*`
  std::string_view length;
  char type = 0;                     // 0: the format ends here
};

std::optional<std::uint64_t> read_number(std::string_view format, std::size_t& at) {
  std::size_t begin = at;
  std::uint64_t number = 0;
  for (; at < format.size() && format[at] >= '0' && format[at] <= '9'; ++at) number = std::min<std::uint64_t>(number * 10 + (format[at] - '0'), 1'000'000'000);
  return at == begin ? std::nullopt : std::optional(number);
}

// `at` is past the `%`, afterwards past the conversion.
Conversion read_conversion(std::string_view format, std::size_t& at) {
  Conversion out;
  while (at < format.size() && std::string_view("-+ #0'").find(format[at]) != std::string_view::npos) ++at;
  auto star = [&] {
    if (at >= format.size() || format[at] != '*') return false;
    ++at;
    return true;
  };
  if (star()) out.is_suppressed = out.takes_size_from_argument = true;
  out.width = read_number(format, at);
  if (at < format.size() && format[at] == '.') {
    ++at;
    if (star()) out.takes_size_from_argument = true;
    else out.precision = read_number(format, at).value_or(0);
  }
  std::size_t begin = at;
  while (at < format.size() && std::string_view("hlLqjztw").find(format[at]) != std::string_view::npos) ++at;
  out.length = format.substr(begin, at - begin);
  if (at < format.size()) out.type = format[at++];
  // The set of `%[...]`; a `]` right after the bracket belongs to it.
  if (out.type == '[') {
    if (at < format.size() && format[at] == '^') ++at;
    at = std::min(format.find(']', at + 1), format.size() - 1) + 1;
  }
  return out;
}

// The most characters that printf writes for a conversion; nothing when there is no such number.
std::optional<std::uint64_t> longest(const Conversion& conversion, const std::optional<std::string>& text) {
  bool is_long = !conversion.length.empty() && conversion.length[0] != 'h';
  std::uint64_t characters = 0;
  switch (conversion.type) {
    case '%': return 1;
    case 'c': characters = 1; break;
    case 'd': case 'i': case 'u': characters = is_long ? 20 : 11; break;
    case 'x': case 'X': characters = is_long ? 18 : 10; break;
    case 'o': characters = is_long ? 24 : 13; break;
    case 'p': characters = 18; break;
    case 'e': case 'E': case 'g': case 'G': characters = 10 + conversion.precision.value_or(6); break;
    case 's':
      if (text) characters = text->size();
      else if (conversion.precision) characters = *conversion.precision;
      else return std::nullopt;
      break;
    default: return std::nullopt;
  }
  if (conversion.takes_size_from_argument) return std::nullopt;
  bool is_integer = std::string_view("diuxXo").find(conversion.type) != std::string_view::npos;
  if (is_integer) characters = std::max(characters, conversion.precision.value_or(0) + 3);
  return std::max(characters, conversion.width.value_or(0));
}

// Without the final 0.
std::optional<std::uint64_t> longest_print(const Tree& tree, std::string_view format, const std::vector<At>& arguments, std::size_t next) {
  std::uint64_t total = 0;
  for (std::size_t at = 0; at < format.size();) {
    if (format[at++] != '%') {
      ++total;
      continue;
    }
    Conversion conversion = read_conversion(format, at);
    std::optional<std::string> text;
    if (conversion.type != '%' && next < arguments.size()) text = tree.constant_text(arguments[next++]);
    auto characters = longest(conversion, text);
    if (!characters) return std::nullopt;
    total += *characters;
  }
  return total;
}

class BannedStringFunction : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return joined(kLineReaders, kCopies, kAppends, kPrints, kListPrints, names_in(kScans, &Scan::name)); }

  void on_call(const Tree& tree, At call, std::string_view callee, Sink& sink) const override {
    std::vector<At> arguments = tree.arguments(call);
    if (holds(kLineReaders, callee)) return on_gets(tree, call, callee, sink);
    if (holds(kCopies, callee)) return on_copy(tree, call, arguments, callee, sink);
    if (holds(kAppends, callee)) return on_append(tree, call, arguments, callee, sink);
    if (holds(kPrints, callee)) return on_print(tree, call, arguments, callee, sink);
    if (holds(kListPrints, callee)) return report(tree, call, callee, "writes as much as its arguments make it, whatever the room: use `vsnprintf` with the size of the destination", sink);
    for (const Scan& scan : kScans)
      if (scan.name == callee) return on_scan(tree, call, arguments, scan, sink);
  }

 private:
  void report(const Tree& tree, At call, std::string_view callee, std::string what, Sink& sink) const {
    sink.report(info_, tree[call].range, fmt::format("`{}` {}.", callee, what));
  }

  void on_gets(const Tree& tree, At call, std::string_view callee, Sink& sink) const {
    report(tree, call, callee, "cannot know the size of its buffer, so a long line overwrites memory: use `fgets` with the size of the buffer", sink);
  }

  void on_copy(const Tree& tree, At call, const std::vector<At>& arguments, std::string_view callee, Sink& sink) const {
    if (arguments.size() != 2) return;
    auto text = tree.constant_text(arguments[1]);
    std::uint64_t room = tree.array_size(arguments[0]);
    if (text && (room > text->size() || text->empty())) return;
    if (text && room > 0)
      return report(tree, call, callee, fmt::format("writes {} characters and a final 0 to an array of {}: make the array larger", text->size(), room), sink);
    report(tree, call, callee, "copies to the end of the source, whatever the room in the destination: use `snprintf` with the destination's size, and test its result", sink);
  }

  void on_append(const Tree& tree, At call, const std::vector<At>& arguments, std::string_view callee, Sink& sink) const {
    if (arguments.size() != 2) return;
    auto text = tree.constant_text(arguments[1]);
    if (text && text->empty()) return;
    report(tree, call, callee, "appends to the end of the source, whatever the room that is left: use `snprintf` with the size that is left, and test its result", sink);
  }

  void on_print(const Tree& tree, At call, const std::vector<At>& arguments, std::string_view callee, Sink& sink) const {
    if (arguments.size() < 2) return;
    std::uint64_t room = tree.array_size(arguments[0]);
    auto format = tree.constant_text(arguments[1]);
    auto characters = format ? longest_print(tree, *format, arguments, 2) : std::nullopt;
    if (characters && room > *characters) return;
    if (characters && room > 0)
      return report(tree, call, callee, fmt::format("can write {} characters and a final 0 to an array of {}: use `snprintf` with the destination's size", *characters, room), sink);
    report(tree, call, callee, "writes as much as its arguments make it, whatever the room: use `snprintf` with the destination's size, and test its result", sink);
  }

  void on_scan(const Tree& tree, At call, const std::vector<At>& arguments, const Scan& scan, Sink& sink) const {
    if (arguments.size() <= scan.format) return;
    auto format = tree.constant_text(arguments[scan.format]);
    if (!format) return;
    std::size_t next = scan.format + 1;
    for (std::size_t at = 0; at < format->size();) {
      if ((*format)[at++] != '%') continue;
      Conversion conversion = read_conversion(*format, at);
      if (conversion.type == '%' || conversion.type == 0 || conversion.is_suppressed) continue;
      At target = next < arguments.size() ? arguments[next] : kNowhere;
      ++next;
      if (conversion.type != 's' && conversion.type != '[') continue;
      std::uint64_t room = target == kNowhere ? 0 : tree.array_size(target);
      if (!conversion.width)
        return report(tree, call, scan.name, fmt::format("reads `%{}` without a width, so a long word overwrites memory: give the width, one less than the buffer's size", conversion.type), sink);
      if (room > 0 && *conversion.width >= room)
        return report(tree, call, scan.name, fmt::format("reads up to {} characters and a final 0 into an array of {}: the width must be at most {}", *conversion.width, room, room - 1), sink);
    }
  }

  RuleInfo info_ = make_info({
      .id = "clang-banned-string-function",
      .severity = Severity::Error,
      .message = "A string function writes without knowing the room in its destination. Text that is longer overwrites the memory behind it, "
                 "which crashes the program or lets an attacker run code. Use the function of the same family that is given the size, and test its result.",
      .cwe = {"CWE-120: Buffer Copy without Checking Size of Input ('Classic Buffer Overflow')", "CWE-242: Use of Inherently Dangerous Function",
              "CWE-676: Use of Potentially Dangerous Function"},
      .owasp = {},
      .security_severity = "8.1",
      .confidence = "HIGH",
      .references = {"https://cwe.mitre.org/data/definitions/120.html", "https://owasp.org/www-community/vulnerabilities/Buffer_Overflow"},
      .replaces = {"c-gets", "c-unbounded-string-copy", "c-sprintf-unbounded", "c-scanf-unbounded"},
  });
};

}  // namespace

std::unique_ptr<Check> make_banned_string_function() { return std::make_unique<BannedStringFunction>(); }

}  // namespace sluice::clang
