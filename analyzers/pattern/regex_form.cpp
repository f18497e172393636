#include "analyzers/pattern/regex_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace sluice {
namespace {

constexpr int kMaxDepth = 50;
constexpr std::size_t kMaxText = 20'000;
constexpr double kMaxCheapSteps = 256;  // a megabyte of text at that price is a third of a second
constexpr double kEndless = 1e18;

// What one part of a regex can do. `steps`: to try all its ways from one place; `ways`: how many
// ways there are, so that what follows is tried so often.
struct Part {
  std::string text;
  double steps = 0, ways = 1;
  bool is_nullable = true;
  bool has_caret = false;    // a `^` that looks for a line
  bool starts_line = false;  // every way begins with one
};

// Sets of characters as ranges of code points.
struct CharRange {
  std::uint32_t from = 0, to = 0;
};
using CharSet = std::vector<CharRange>;

constexpr std::uint32_t kLastCodePoint = 0x10ffff;

const CharSet kDigits = {{'0', '9'}}, kWords = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}, kSpaces = {{'\t', '\r'}, {' ', ' '}};

CharSet complement(CharSet set) {
  std::ranges::sort(set, {}, &CharRange::from);
  CharSet out;
  std::uint32_t next = 0;
  for (const CharRange& range : set) {
    if (range.from > next) out.push_back({next, range.from - 1});
    next = std::max(next, range.to + 1);
  }
  if (next <= kLastCodePoint) out.push_back({next, kLastCodePoint});
  return out;
}

bool holds(const CharSet& set, std::uint32_t c) {
  return std::ranges::any_of(set, [c](const CharRange& range) { return range.from <= c && c <= range.to; });
}

void add(CharSet& to, const CharSet& more) { to.insert(to.end(), more.begin(), more.end()); }

// The other case of ASCII letters, and the two letters outside of ASCII that fold into it:
// the Kelvin sign and the long s.
CharSet with_both_cases(CharSet set) {
  CharSet more;
  for (const CharRange& range : set)
    for (std::uint32_t c = range.from; c <= range.to && c < 0x80; ++c) {
      bool is_upper = c >= 'A' && c <= 'Z', is_lower = c >= 'a' && c <= 'z';
      if (!is_upper && !is_lower) continue;
      more.push_back({c ^ 0x20, c ^ 0x20});
      if ((c | 0x20) == 'k') more.push_back({0x212a, 0x212a});
      if ((c | 0x20) == 's') more.push_back({0x17f, 0x17f});
    }
  add(set, more);
  return set;
}

std::string written(const CharSet& set) {
  std::string out = "[";
  for (const CharRange& range : set) out += fmt::format("\\x{{{:x}}}-\\x{{{:x}}}", range.from, range.to);
  return out + "]";
}

class FormReader {
 public:
  FormReader(std::string_view text, bool in_lines) : text_(text), in_lines_(in_lines) {}

  RegexForm read() {
    RegexForm form;
    if (text_.size() > kMaxText || !is_valid_utf8(text_)) return form;
    Part all = read_alternatives(0);
    if (!is_known_ || at_ < text_.size()) return form;
    form.is_cheap = all.steps <= kMaxCheapSteps;
    // Behind a last newline PCRE2 has no line, RE2 has one: told apart only where every match begins one.
    if (all.is_nullable && all.has_caret && !all.starts_line) return form;
    out_.text = std::move(all.text);
    out_.begins_lines = all.has_caret && all.starts_line;
    form.linear = std::move(out_);
    return form;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool starts_with(std::string_view begin) const { return text_.substr(at_).starts_with(begin); }
  Part unknown() {
    is_known_ = false;
    return {};
  }

  std::uint32_t code_point() {
    auto lead = static_cast<unsigned char>(text_[at_++]);
    if (lead < 0x80) return lead;
    int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    std::uint32_t c = lead & (0x3fu >> more);
    for (; more > 0 && !at_end(); --more) c = c << 6 | (static_cast<unsigned char>(text_[at_++]) & 0x3fu);
    return c;
  }

  Part one_of(CharSet set) {
    if (set.empty()) return unknown();
    out_.crosses_lines |= holds(set, '\n');
    return {written(set), 1, 1, false, false, false};
  }

  // Letters outside of ASCII have their own ways to fold.
  CharSet folded(CharSet set) {
    if (!ignores_case_) return set;
    for (const CharRange& range : set) is_known_ &= range.to < 0x80;
    return is_known_ ? with_both_cases(std::move(set)) : set;
  }

  Part read_alternatives(int depth) {
    if (depth > kMaxDepth) return unknown();
    Part all = read_sequence(depth);
    while (is_known_ && !at_end() && peek() == '|') {
      ++at_;
      Part next = read_sequence(depth);
      all.text += "|" + next.text;
      all.steps += next.steps + 1;
      all.ways += next.ways;
      all.is_nullable |= next.is_nullable;
      all.has_caret |= next.has_caret;
      all.starts_line &= next.starts_line;
    }
    return all;
  }

  Part read_sequence(int depth) {
    Part all;
    while (is_known_ && !at_end() && peek() != '|' && peek() != ')') {
      Part next = repeated(read_atom(depth));
      // In front of a `^` nothing may be taken: then it would look for a line that RE2 sees and PCRE2 does not.
      bool is_front = all.steps == 0;
      if (next.has_caret && !is_front) return unknown();
      all.text += next.text;
      all.steps = std::min(kEndless, all.steps + all.ways * next.steps);
      all.ways = std::min(kEndless, all.ways * next.ways);
      all.starts_line |= next.starts_line;
      all.has_caret |= next.has_caret;
      all.is_nullable &= next.is_nullable;
    }
    return all;
  }

  struct Count {
    unsigned least = 0, most = 0;  // most 0: no end
    std::string text;
  };

  // `{` that begins no count is a character.
  std::optional<Count> read_count() {
    switch (peek()) {
      case '*': ++at_; return Count{0, 0, "*"};
      case '+': ++at_; return Count{1, 0, "+"};
      case '?': ++at_; return Count{0, 1, "?"};
      case '{': break;
      default: return std::nullopt;
    }
    std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) return std::nullopt;
    std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    std::size_t comma = inside.find(',');
    std::string_view least = inside.substr(0, comma), most = comma == std::string_view::npos ? least : inside.substr(comma + 1);
    bool is_count = is_number(least) && (is_number(most) || most.empty());
    if (!is_count) return std::nullopt;
    at_ = close + 1;
    Count count{value(least), value(most), fmt::format("{{{}}}", inside)};
    if (!most.empty() && count.most == 0) is_known_ = false;  // `{0}`
    return count;
  }
  static bool is_number(std::string_view text) { return !text.empty() && text.size() < 5 && text.find_first_not_of("0123456789") == std::string_view::npos; }
  static unsigned value(std::string_view text) {
    unsigned value = 0;
    for (char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
  }

  Part repeated(Part part) {
    std::optional<Count> count = is_known_ && !at_end() ? read_count() : std::nullopt;
    if (!count) return part;
    // What may be empty is repeated by each engine in its own way.
    if (part.is_nullable || part.has_caret) return unknown();
    bool is_lazy = peek() == '?' && !at_end();
    if (is_lazy) ++at_;
    if (!at_end() && (peek() == '+' || peek() == '*' || peek() == '?')) return unknown();  // possessive; counts of counts
    Part out{part.text + count->text + (is_lazy ? "?" : ""), 0, 1, count->least == 0, false, false};
    if (count->most == 0) {
      out.steps = out.ways = kEndless;
      return out;
    }
    double ways = 1, rounds = 0;
    for (unsigned i = 0; i < count->most; ++i) {
      out.steps = std::min(kEndless, out.steps + ways * part.steps);
      ways = std::min(kEndless, ways * part.ways);
      if (i + 1 >= count->least) rounds = std::min(kEndless, rounds + ways);
    }
    out.ways = rounds + (count->least == 0 ? 1 : 0);
    return out;
  }

  Part read_atom(int depth) {
    switch (peek()) {
      case '(': ++at_; return read_group(depth);
      case '[': ++at_; return read_class();
      case '\\': ++at_; return read_escape();
      case '.': ++at_; return one_of(dot_is_all_ ? CharSet{{0, kLastCodePoint}} : complement({{'\n', '\n'}}));
      case '^': ++at_; return in_lines_ ? Part{"(?m:^)", 0, 1, true, true, true} : Part{"\\A", 0, 1, true, false, false};
      case '$':
        ++at_;
        if (in_lines_) return {"(?m:$)", 0, 1, true, false, false};
        out_.needs_no_last_newline = true;
        return {"\\z", 0, 1, true, false, false};
      case '*': case '+': case '?': return unknown();
      default: break;
    }
    if (read_count()) return unknown();  // a count of nothing
    std::uint32_t c = code_point();
    return one_of(folded({{c, c}}));
  }

  Part read_group(int depth) {
    if (starts_with("*")) return unknown();
    std::string open = "(";
    bool cases = ignores_case_, lines = in_lines_, dots = dot_is_all_;
    if (peek() == '?' && !at_end()) {
      ++at_;
      if (!read_group_head(open)) return unknown();
      if (open.empty()) return {};  // flags for what follows
    }
    Part inside = read_alternatives(depth + 1);
    if (!is_known_ || at_end()) return unknown();
    ++at_;  // `)`
    ignores_case_ = cases, in_lines_ = lines, dot_is_all_ = dots;
    inside.text = open + inside.text + ")";
    return inside;
  }

  // Behind `(?`: a name, or flags. `open` is left empty when the group ends with its flags.
  bool read_group_head(std::string& open) {
    std::size_t name = starts_with("P<") ? 2 : starts_with("<") || starts_with("'") ? 1 : 0;
    if (name > 0) {
      std::size_t close = text_.find_first_of(">'", at_ + name);
      bool looks_behind = at_ + 1 < text_.size() && (text_[at_ + 1] == '=' || text_[at_ + 1] == '!') && name == 1;
      if (looks_behind || close == std::string_view::npos) return false;
      at_ = close + 1;
      return true;
    }
    for (bool is_on = true; !at_end(); ++at_) {
      switch (text_[at_]) {
        case '-': is_on = false; break;
        case 'i': ignores_case_ = is_on; break;
        case 'm': in_lines_ = is_on; break;
        case 's': dot_is_all_ = is_on; break;
        case ':': ++at_; return open = "(?:", true;
        case ')': ++at_; return open.clear(), true;
        default: return false;
      }
    }
    return false;
  }

  // Behind a backslash, what is a set of characters within brackets and outside of them.
  std::optional<CharSet> escaped_set() {
    switch (peek()) {
      case 'd': ++at_; return kDigits;
      case 'w': ++at_; return kWords;
      case 's': ++at_; return kSpaces;
      case 'D': ++at_; return complement(kDigits);
      case 'W': ++at_; return complement(kWords);
      case 'S': ++at_; return complement(kSpaces);
      default: return std::nullopt;
    }
  }

  std::optional<std::uint32_t> escaped_character() {
    if (at_end()) return std::nullopt;
    char c = text_[at_];
    bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'), is_digit = c >= '0' && c <= '9';
    if (!is_letter && !is_digit) return code_point();
    ++at_;
    switch (c) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      case 'f': return '\f';
      case 'a': return '\a';
      case 'e': return 0x1b;
      case 'x': {
        std::string_view digits = text_.substr(at_, 2);
        bool are_hex = digits.size() == 2 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (!are_hex) return std::nullopt;
        at_ += 2;
        return static_cast<std::uint32_t>(std::stoul(std::string(digits), nullptr, 16));
      }
      default: return std::nullopt;
    }
  }

  Part read_escape() {
    if (at_end()) return unknown();
    if (auto set = escaped_set()) return one_of(*set);
    switch (peek()) {
      case 'b': ++at_; return {"\\b", 0, 1, true, false, false};
      case 'A': ++at_; return {"\\A", 0, 1, true, false, false};
      case 'z': ++at_; return {"\\z", 0, 1, true, false, false};
      case 'Z': ++at_; out_.needs_no_last_newline = true; return {"\\z", 0, 1, true, false, false};
      default: break;
    }
    auto c = escaped_character();
    return c ? one_of(folded({{*c, *c}})) : unknown();
  }

  Part read_class() {
    CharSet set;
    has_complement_ = has_named_set_ = false;
    bool is_negative = peek() == '^' && !at_end();
    if (is_negative) ++at_;
    for (bool is_first = true; is_known_ && !at_end() && (peek() != ']' || is_first); is_first = false) read_class_member(set);
    // PCRE2 10.42 loses the letters outside of ASCII from the \W of `[\W[:alpha:]]`.
    if (at_end() || !is_known_ || (has_complement_ && has_named_set_)) return unknown();
    ++at_;
    return one_of(is_negative ? complement(set) : set);
  }

  void read_class_member(CharSet& set) {
    if (starts_with("[:")) return read_posix_class(set);
    if (starts_with("[.") || starts_with("[=")) return void(unknown());
    if (peek() == '\\') {
      ++at_;
      has_complement_ |= peek() == 'W' || peek() == 'D' || peek() == 'S';
      if (auto sort = escaped_set()) {
        // A hyphen behind it stands for itself in one engine and for a mistake in others.
        if (peek() == '-' && !at_end() && !starts_with("-]")) unknown();
        return add(set, *sort);
      }
      --at_;
    }
    auto from = class_character();
    if (!from) return void(unknown());
    if (!starts_with("-") || starts_with("-]")) return add(set, folded({{*from, *from}}));
    ++at_;
    bool is_sort = peek() == '\\' && at_ + 1 < text_.size() && std::string_view("dwsDWS").contains(text_[at_ + 1]);
    auto to = is_sort || starts_with("[:") ? std::nullopt : class_character();
    if (!to || *to < *from) return void(unknown());
    add(set, folded({{*from, *to}}));
  }

  std::optional<std::uint32_t> class_character() {
    if (at_end()) return std::nullopt;
    if (peek() != '\\') return code_point();
    ++at_;
    return escaped_character();
  }

  void read_posix_class(CharSet& set) {
    struct Named {
      std::string_view name;
      CharSet set;
    };
    static const std::vector<Named> kNamed = {
        {"[:alpha:]", {{'A', 'Z'}, {'a', 'z'}}}, {"[:alnum:]", {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
        {"[:digit:]", kDigits}, {"[:word:]", kWords}, {"[:space:]", kSpaces},
        {"[:xdigit:]", {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}}};
    for (const Named& named : kNamed) {
      if (!starts_with(named.name)) continue;
      at_ += named.name.size();
      has_named_set_ = true;
      if (peek() == '-' && !at_end() && !starts_with("-]")) unknown();
      return add(set, named.set);
    }
    unknown();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool in_lines_ = false, ignores_case_ = false, dot_is_all_ = false;
  bool is_known_ = true;
  bool has_complement_ = false, has_named_set_ = false;  // of the class that is read
  LinearForm out_;
};

}  // namespace

RegexForm read_regex_form(std::string_view regex, bool in_lines) { return FormReader(regex, in_lines).read(); }

}  // namespace sluice
