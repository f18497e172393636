#include "sarif/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "base/text.h"
#include "sarif/json_parser.h"

namespace sluice::sarif::json {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::uint32_t hex4(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + 4, value, 16);
  return value;
}

bool is_high_surrogate(std::uint32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(std::uint32_t c) { return c >= 0xDC00 && c < 0xE000; }

// `escapes` begins behind a `\u`; returns how many bytes of it were read.
std::size_t append_unicode_escape(std::string& out, std::string_view escapes) {
  const std::uint32_t first = hex4(escapes);
  const bool pair_follows = escapes.size() >= 10 && escapes[4] == '\\' && escapes[5] == 'u';
  if (is_high_surrogate(first) && pair_follows) {
    const std::uint32_t second = hex4(escapes.substr(6));
    if (is_low_surrogate(second)) {
      append_utf8(out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
      return 10;
    }
  }
  append_utf8(out, is_high_surrogate(first) || is_low_surrogate(first) ? 0xFFFD : first);
  return 4;
}

char simple_escape(char c) {
  switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
  }
}

void add_duplicate_keys(const Value& object, Errors& errors) {
  std::unordered_set<std::string> seen;
  for (const Pair pair : object.pairs())
    if (!seen.insert(pair.key.text()).second)
      errors.add(pair.key.place(), "json-duplicate-key",
                 "key `" + pair.key.text() + "` stands twice in this object; keep one");
}

// Objects are small as a rule: their raw keys are compared one by one, and only others get a set.
bool small_and_distinct(const Document& document, const Node& object, std::uint32_t first) {
  constexpr std::size_t kSmall = 24;
  std::string_view keys[kSmall];
  std::size_t count = 0;
  for (std::uint32_t i = first; i < object.next; i = document.nodes()[i + 1].next) {
    const Node& key = document.nodes()[i];
    if (count == kSmall || key.escaped) return false;
    const std::string_view raw(document.text().data() + key.begin, key.end - key.begin);
    if (std::find(keys, keys + count, raw) != keys + count) return false;
    keys[count++] = raw;
  }
  return true;
}

Errors duplicate_keys(const Document& document) {
  Errors errors;
  for (std::uint32_t i = 0; i < document.nodes().size(); ++i) {
    const Node& node = document.nodes()[i];
    if (node.type != Type::Object || small_and_distinct(document, node, i + 1)) continue;
    add_duplicate_keys(Value(document, i), errors);
  }
  return errors;
}

std::string encoding_mistake(std::string_view text) {
  const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
                     (text.size() > 1 && (text[0] == '\0' || text[1] == '\0'));
  return utf16 ? "the text is UTF-16; expected UTF-8" : "this byte is not UTF-8";
}

// Repairing replaces the first bad byte, so the two texts part there.
std::size_t first_bad_byte(std::string_view text) {
  const std::string repaired = to_valid_utf8(text);
  return static_cast<std::size_t>(std::ranges::mismatch(text, repaired).in1 - text.begin());
}

}  // namespace

std::string_view to_string(Type type) {
  switch (type) {
    case Type::Null: return "null";
    case Type::False:
    case Type::True: return "a boolean";
    case Type::Number: return "a number";
    case Type::String: return "a string";
    case Type::Array: return "an array";
    case Type::Object: return "an object";
  }
  return "";
}

std::string decode_string(std::string_view quoted) {
  const std::string_view text = quoted.substr(1, quoted.size() - 2);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t backslash = std::min(text.find('\\', i), text.size());
    out.append(text, i, backslash - i);
    i = backslash + 2;
    if (backslash == text.size()) break;
    if (text[backslash + 1] == 'u')
      i += append_unicode_escape(out, text.substr(i));
    else
      out += simple_escape(text[backslash + 1]);
  }
  return out;
}

const Node& Value::node() const { return document_->nodes()[node_]; }

std::string_view Value::raw() const {
  return std::string_view(document_->text()).substr(node().begin, node().end - node().begin);
}

std::string Value::compact() const {
  std::string out;
  bool in_string = false;
  const std::string_view text = raw();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!in_string && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
    out += c;
    if (c == '"') in_string = !in_string;
    if (c == '\\') out += text[++i];
  }
  return out;
}

std::string Value::text() const {
  if (!is_string()) return {};
  if (node().escaped) return decode_string(raw());
  return std::string(raw().substr(1, raw().size() - 2));
}

bool Value::text_is(std::string_view expected) const {
  if (!is_string()) return false;
  if (node().escaped) return decode_string(raw()) == expected;
  return raw().substr(1, raw().size() - 2) == expected;
}

std::optional<double> Value::number() const {
  if (!is_number()) return std::nullopt;
  double value = 0;
  const auto error = std::from_chars(raw().data(), raw().data() + raw().size(), value).ec;
  if (error != std::errc()) return std::nullopt;  // out of range
  return value;
}

std::optional<std::int64_t> Value::integer() const {
  if (!is_number()) return std::nullopt;
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(raw().data(), raw().data() + raw().size(), whole);
  if (error == std::errc() && end == raw().data() + raw().size()) return whole;
  const std::optional<double> value = number();
  constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it a double skips integers
  if (!value || std::trunc(*value) != *value || std::abs(*value) > kExact) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

Items Value::items() const {
  if (!is_array()) return {*document_, 0, 0};
  return {*document_, node_ + 1, node().next};
}

Pairs Value::pairs() const {
  if (!is_object()) return {*document_, 0, 0};
  return {*document_, node_ + 1, node().next};
}

std::size_t Value::size() const {
  std::size_t count = 0;
  for ([[maybe_unused]] const Value item : items()) ++count;
  for ([[maybe_unused]] const Pair pair : pairs()) ++count;
  return count;
}

std::optional<Value> Value::find(std::string_view key) const {
  for (const Pair pair : pairs())
    if (pair.key.text_is(key)) return pair.value;
  return std::nullopt;
}

Place Value::place() const { return document_->place_at(node().begin); }

Items::Iterator& Items::Iterator::operator++() {
  node = document->nodes()[node].next;
  return *this;
}

Pairs::Iterator& Pairs::Iterator::operator++() {
  node = document->nodes()[node + 1].next;
  return *this;
}

Place Document::place_at(std::uint32_t offset) const {
  const auto line = std::ranges::upper_bound(line_begins_, offset) - line_begins_.begin();
  return {file_, static_cast<std::uint32_t>(line), offset - line_begins_[static_cast<std::size_t>(line - 1)] + 1};
}

sluice::Result<Document> Document::parse(std::string file, std::string text) {
  Document document;
  document.file_ = std::move(file);
  document.text_ = std::move(text);
  const std::string_view view = document.text_;
  if (view.size() >= std::numeric_limits<std::uint32_t>::max())
    return fail({document.file_}, "json-too-large", "the text has 4 GiB or more");
  document.has_byte_order_mark_ = view.starts_with(kByteOrderMark);
  document.line_begins_.push_back(document.has_byte_order_mark_ ? 3 : 0);
  for (std::size_t i = view.find('\n'); i != view.npos; i = view.find('\n', i + 1))
    document.line_begins_.push_back(static_cast<std::uint32_t>(i + 1));
  if (!is_valid_utf8(view))
    return fail(document.place_at(static_cast<std::uint32_t>(first_bad_byte(view))), "json-encoding",
                encoding_mistake(view));

  Parser parser(view, document.has_byte_order_mark_ ? 3 : 0, document.nodes_);
  if (const std::optional<Parser::Mistake> mistake = parser.run())
    return fail(document.place_at(mistake->offset), mistake->code, mistake->message);
  Errors errors = duplicate_keys(document);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return document;
}

}  // namespace sluice::sarif::json
