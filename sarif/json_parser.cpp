#include "sarif/json_parser.h"

namespace sluice::sarif::json {
namespace {
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
}  // namespace

std::optional<Parser::Mistake> Parser::run() {
  while (!done_ && step()) {
  }
  if (!mistake_) {
    skip_blanks();
    if (!at_end()) unexpected("nothing more after the document");
  }
  return std::move(mistake_);
}

bool Parser::step() {
  skip_blanks();
  switch (want_) {
    case Want::FirstItemOrEnd:
      if (peek() == ']') return close(), true;
      return read_value();
    case Want::Value:
    case Want::Item: return read_value();
    case Want::FirstKeyOrEnd:
      if (peek() == '}') return close(), true;
      return read_key();
    case Want::Key: return read_key();
    case Want::CommaOrEnd: return read_comma_or_end();
  }
  return false;
}

bool Parser::read_value() {
  switch (peek()) {
    case '{': return open(Type::Object);
    case '[': return open(Type::Array);
    case '"':
      if (!read_string()) return false;
      return value_done(), true;
    case 't': return read_word("true", Type::True);
    case 'f': return read_word("false", Type::False);
    case 'n': return read_word("null", Type::Null);
    default: return read_number();
  }
}

bool Parser::open(Type type) {
  if (open_.size() == kMaxDepth)
    return mistake("json-too-deep", "nesting is deeper than " + std::to_string(kMaxDepth) + " levels");
  open_.push_back(static_cast<std::uint32_t>(nodes_.size()));
  nodes_.push_back({static_cast<std::uint32_t>(at_), 0, 0, type, false});
  ++at_;
  want_ = type == Type::Object ? Want::FirstKeyOrEnd : Want::FirstItemOrEnd;
  return true;
}

void Parser::close() {
  ++at_;
  Node& node = nodes_[open_.back()];
  open_.pop_back();
  node.end = static_cast<std::uint32_t>(at_);
  node.next = static_cast<std::uint32_t>(nodes_.size());
  value_done();
}

void Parser::value_done() {
  done_ = open_.empty();
  want_ = Want::CommaOrEnd;
}

bool Parser::read_key() {
  if (peek() != '"') return unexpected("a key in double quotes");
  if (!read_string()) return false;
  skip_blanks();
  if (peek() != ':') return unexpected("`:` after the key");
  ++at_;
  want_ = Want::Value;
  return true;
}

bool Parser::read_comma_or_end() {
  const bool in_object = nodes_[open_.back()].type == Type::Object;
  const char c = peek();
  if (c == (in_object ? '}' : ']')) return close(), true;
  if (c != ',') return unexpected(in_object ? "`,` or `}`" : "`,` or `]`");
  ++at_;
  want_ = in_object ? Want::Key : Want::Item;
  return true;
}

bool Parser::read_string() {
  Node node{static_cast<std::uint32_t>(at_), 0, 0, Type::String, false};
  ++at_;
  for (;;) {
    if (at_end()) {
      at_ = node.begin;
      return mistake("json-syntax", "this string has no end");
    }
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c == '"') break;
    if (c < 0x20) return mistake("json-syntax", "a control character in a string must be escaped");
    if (c == '\\') {
      node.escaped = true;
      if (!read_escape()) return false;
      continue;
    }
    ++at_;
  }
  ++at_;
  node.end = static_cast<std::uint32_t>(at_);
  node.next = static_cast<std::uint32_t>(nodes_.size()) + 1;
  nodes_.push_back(node);
  return true;
}

bool Parser::read_escape() {
  const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
  if (c != 'u') {
    if (c == '\0' || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
      return mistake("json-syntax", "this escape does not exist in JSON");
    at_ += 2;
    return true;
  }
  for (std::size_t i = at_ + 2; i < at_ + 6; ++i)
    if (i >= text_.size() || !is_hex(text_[i])) return mistake("json-syntax", "`\\u` needs four hexadecimal digits");
  at_ += 6;
  return true;
}

bool Parser::read_digits() {
  if (!is_digit(peek())) return false;
  while (is_digit(peek())) ++at_;
  return true;
}

bool Parser::read_number() {
  const std::size_t begin = at_;
  if (peek() == '-') ++at_;
  const bool leading_zero = peek() == '0';
  if (!read_digits()) {
    at_ = begin;
    return unexpected("a value");
  }
  const std::size_t digits = at_ - begin - (text_[begin] == '-' ? 1 : 0);
  if (leading_zero && digits > 1) {
    at_ = begin;
    return mistake("json-syntax", "a number must not begin with 0");
  }
  if (peek() == '.' && (++at_, !read_digits())) return unexpected("a digit");
  if (peek() == 'e' || peek() == 'E') {
    ++at_;
    if (peek() == '+' || peek() == '-') ++at_;
    if (!read_digits()) return unexpected("a digit");
  }
  nodes_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_),
                    static_cast<std::uint32_t>(nodes_.size()) + 1, Type::Number, false});
  return value_done(), true;
}

bool Parser::read_word(std::string_view word, Type type) {
  if (!text_.substr(at_).starts_with(word)) return unexpected("a value");
  nodes_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + word.size()),
                    static_cast<std::uint32_t>(nodes_.size()) + 1, type, false});
  at_ += word.size();
  return value_done(), true;
}

void Parser::skip_blanks() {
  while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
}

bool Parser::mistake(std::string_view code, std::string message) {
  mistake_ = Mistake{static_cast<std::uint32_t>(at_), std::string(code), std::move(message)};
  return false;
}

bool Parser::unexpected(std::string_view expected) {
  if (at_end()) return mistake("json-syntax", "the text ends here; expected " + std::string(expected));
  std::size_t end = at_ + 1;
  while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
  return mistake("json-syntax",
                 "found `" + std::string(text_.substr(at_, end - at_)) + "`; expected " + std::string(expected));
}

}  // namespace sluice::sarif::json
