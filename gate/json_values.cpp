#include "gate/json_values.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace sluice::gate {
namespace {

using nlohmann::json;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Eight bytes at a time: where the first one is that may end a run of plain text in a string,
// a quote, a backslash, a control character or (`with_high`) the begin of a longer UTF-8 sequence.
std::size_t end_of_plain(std::string_view text, std::size_t at, bool with_high) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL, kHighs = 0x8080808080808080ULL;
  auto zero_bytes = [](std::uint64_t word) { return (word - kOnes) & ~word & kHighs; };
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    std::uint64_t control = (word - kOnes * 0x20) & ~word & kHighs;
    std::uint64_t special = zero_bytes(word ^ (kOnes * '"')) | zero_bytes(word ^ (kOnes * '\\')) | control;
    if (with_high) special |= word & kHighs;
    // Borrows may mark bytes behind a marked one, never before it.
    if (special != 0) return at + static_cast<std::size_t>(std::countr_zero(special)) / 8;
  }
  for (; at < text.size(); ++at) {
    char c = text[at];
    if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || (with_high && (c & 0x80))) break;
  }
  return at;
}
static_assert(std::endian::native == std::endian::little, "the first byte of a word is its lowest");

// Bytes of the UTF-8 sequence at the begin of `text`; 0: none is valid (RFC 3629).
std::size_t utf8_length(std::string_view text) {
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return byte(i) >= low && byte(i) <= high; };
  unsigned first = byte(0);
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first == 0xE0) return follows(1, 0xA0) && follows(2) ? 3 : 0;
  if (first == 0xED) return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0;
  if (first >= 0xE1 && first <= 0xEF) return follows(1) && follows(2) ? 3 : 0;
  if (first == 0xF0) return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0;
  if (first == 0xF4) return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0;
  if (first >= 0xF1 && first <= 0xF3) return follows(1) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

// The number of a `\uXXXX`; negative: it is none.
int code_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    int digit = hex_value(text[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// The keys of one open object.
class Keys {
 public:
  void clear() {
    few_.clear();
    many_.clear();
  }
  bool add(std::string_view key) {
    constexpr std::size_t kFew = 24;
    if (few_.size() == kFew) {
      if (many_.empty()) many_.insert(few_.begin(), few_.end());
      return many_.insert(key).second;
    }
    if (std::ranges::find(few_, key) != few_.end()) return false;
    few_.push_back(key);
    return true;
  }

 private:
  std::vector<std::string_view> few_;
  std::unordered_set<std::string_view> many_;
};

// Each function moves `at_` behind what it checked, and says whether it could.
class Checker {
 public:
  Checker(std::string_view text, std::size_t at, int max_depth) : text_(text), at_(at), max_depth_(max_depth) {}

  std::size_t at() const { return at_; }
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  bool is_next(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c) {
    if (!is_next(c)) return false;
    ++at_;
    return true;
  }

  bool value(int depth) {
    if (at_ == text_.size()) return false;
    switch (text_[at_]) {
      case '{': return object(depth + 1);
      case '[': return array(depth + 1);
      case '"': return string();
      case 't': return word("true");
      case 'f': return word("false");
      case 'n': return word("null");
      default: return number();
    }
  }

 private:
  bool word(std::string_view name) {
    if (!text_.substr(at_).starts_with(name)) return false;
    at_ += name.size();
    return true;
  }

  bool digits() {
    std::size_t begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ > begin;
  }

  bool number() {
    constexpr std::size_t kMaxDigits = 200, kMaxExponent = 2;  // together far from what overflows
    std::size_t begin = at_;
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (at_ - begin > kMaxDigits) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('+')) take('-');
    std::size_t exponent = at_;
    return digits() && at_ - exponent <= kMaxExponent;
  }

  bool escape() {
    if (at_ + 1 >= text_.size()) return false;
    if (text_[at_ + 1] != 'u') {
      bool known = std::string_view("\"\\/bfnrt").find(text_[at_ + 1]) != std::string_view::npos;
      at_ += 2;
      return known;
    }
    int unit = code_unit(text_, at_);
    if (unit < 0 || is_low_surrogate(unit)) return false;
    at_ += 6;
    if (!is_high_surrogate(unit)) return true;
    if (!is_low_surrogate(code_unit(text_, at_))) return false;
    at_ += 6;
    return true;
  }

  bool string() {
    for (++at_;;) {
      at_ = end_of_plain(text_, at_, true);
      if (at_ == text_.size()) return false;
      char c = text_[at_];
      if (c == '"') return take('"');
      if (c == '\\') {
        if (!escape()) return false;
        continue;
      }
      std::size_t length = utf8_length(text_.substr(at_, 4));
      if (length == 0) return false;  // a control character, or no UTF-8
      at_ += length;
    }
  }

  bool member(int depth) {
    if (!is_next('"')) return false;
    std::size_t begin = at_ + 1;
    if (!string()) return false;
    std::string_view key = text_.substr(begin, at_ - 1 - begin);
    if (key.find('\\') != std::string_view::npos || !keys_[static_cast<std::size_t>(depth)].add(key)) return false;
    skip_blanks();
    if (!take(':')) return false;
    skip_blanks();
    return value(depth);
  }

  bool object(int depth) {
    if (depth > max_depth_) return false;
    while (keys_.size() <= static_cast<std::size_t>(depth)) keys_.emplace_back();
    keys_[static_cast<std::size_t>(depth)].clear();
    return elements('}', [&] { return member(depth); });
  }

  bool array(int depth) {
    return depth <= max_depth_ && elements(']', [&] { return value(depth); });
  }

  bool elements(char close, auto element) {
    ++at_;
    skip_blanks();
    if (take(close)) return true;
    for (;;) {
      if (!element()) return false;
      skip_blanks();
      if (take(close)) return true;
      if (!take(',')) return false;
      skip_blanks();
    }
  }

  std::string_view text_;
  std::size_t at_;
  int max_depth_;
  std::vector<Keys> keys_;  // by depth; their storage is used again
};

// Makes values of text that was checked.
class ValueReader {
 public:
  ValueReader(std::string_view text, std::size_t& at) : text_(text), at_(at) {}

  json value() {
    switch (text_[at_]) {
      case '{': return object();
      case '[': return array();
      case '"': return string();
      case 't': return word(true, 4);
      case 'f': return word(false, 5);
      case 'n': return word(nullptr, 4);
      default: return number();
    }
  }

 private:
  template <class Value>
  json word(Value value, std::size_t size) {
    at_ += size;
    return value;
  }

  void skip_blanks() {
    while (is_blank(text_[at_])) ++at_;
  }

  json number() {
    std::size_t begin = at_;
    auto is_part = [](char c) { return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; };
    while (at_ < text_.size() && is_part(text_[at_])) ++at_;
    std::string_view digits = text_.substr(begin, at_ - begin);
    if (digits.find_first_of(".eE") == std::string_view::npos) {
      if (auto whole = whole_number(digits)) return *whole;
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  // Nothing: it does not fit, and is a floating-point number then, as for the library.
  static std::optional<json> whole_number(std::string_view digits) {
    const char* end = digits.data() + digits.size();
    if (digits.starts_with('-')) {
      std::int64_t value = 0;
      return std::from_chars(digits.data(), end, value).ec == std::errc() ? std::optional<json>(value) : std::nullopt;
    }
    std::uint64_t value = 0;
    return std::from_chars(digits.data(), end, value).ec == std::errc() ? std::optional<json>(value) : std::nullopt;
  }

  static void append_utf8(std::string& out, int point) {
    auto put = [&](int byte) { out += static_cast<char>(byte); };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
      put(0xC0 | point >> 6);
    } else {
      if (point < 0x10000) put(0xE0 | point >> 12);
      if (point >= 0x10000) put(0xF0 | point >> 18), put(0x80 | (point >> 12 & 0x3F));
      put(0x80 | (point >> 6 & 0x3F));
    }
    put(0x80 | (point & 0x3F));
  }

  void escape(std::string& out) {
    constexpr std::string_view kLetters = "bfnrt", kMeant = "\b\f\n\r\t";
    char letter = text_[at_ + 1];
    if (letter == 'u') {
      int point = code_unit(text_, at_);
      at_ += 6;
      if (is_high_surrogate(point)) {
        point = 0x10000 + ((point - 0xD800) << 10) + (code_unit(text_, at_) - 0xDC00);
        at_ += 6;
      }
      return append_utf8(out, point);
    }
    auto known = kLetters.find(letter);
    out += known == std::string_view::npos ? letter : kMeant[known];
    at_ += 2;
  }

  std::string string() {
    std::size_t begin = ++at_;
    at_ = end_of_plain(text_, at_, false);
    std::string out(text_.substr(begin, at_ - begin));
    while (text_[at_] != '"') {
      escape(out);
      begin = at_;
      at_ = end_of_plain(text_, at_, false);
      out += text_.substr(begin, at_ - begin);
    }
    ++at_;
    return out;
  }

  // Moves behind a comma, or behind the end, which is `false`.
  bool is_more(char close) {
    skip_blanks();
    bool more = text_[at_] != close;
    if (!more || text_[at_] == ',') ++at_;
    if (more) skip_blanks();
    return more;
  }

  json object() {
    json out = json::object();
    auto& members = out.get_ref<json::object_t&>();
    for (++at_; is_more('}');) {
      std::string key = string();
      skip_blanks();
      ++at_;  // the colon
      skip_blanks();
      members.emplace(std::move(key), value());
    }
    return out;
  }

  json array() {
    json out = json::array();
    auto& elements = out.get_ref<json::array_t&>();
    for (++at_; is_more(']');) elements.push_back(value());
    return out;
  }

  std::string_view text_;
  std::size_t& at_;
};

}  // namespace

std::optional<CheckedItems> check_json_items(std::string_view text, std::size_t begin, const JsonBounds& bounds) {
  Checker checker(text, begin, bounds.max_depth);
  CheckedItems items;
  checker.skip_blanks();
  if (checker.is_next(']')) return CheckedItems{0, checker.at()};
  for (;;) {
    std::size_t item = checker.at();
    if (!checker.value(0) || checker.at() - item > bounds.max_item_bytes) return std::nullopt;
    ++items.count;
    checker.skip_blanks();
    items.end = checker.at();
    if (checker.is_next(']')) return items;
    if (!checker.take(',')) return std::nullopt;
    checker.skip_blanks();
  }
}

json read_checked_json(std::string_view text, std::size_t& at) { return ValueReader(text, at).value(); }

}  // namespace sluice::gate
