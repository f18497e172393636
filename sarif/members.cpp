#include "sarif/members.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/text.h"
#include "sarif/json.h"

namespace sluice::sarif {
namespace {

void append_escaped(std::string& out, unsigned char c) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default:
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
  }
}

constexpr bool needs_escape(unsigned char c) { return c < 0x20 || c == '"' || c == '\\' || c == 0x7f; }

// Whether none of eight bytes needs an escape or stands outside ASCII.
bool are_plain(const char* eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x80 * kOnes;
  std::uint64_t bytes;
  std::memcpy(&bytes, eight, sizeof bytes);
  // The high bit of each byte that is 0, for bytes below 0x80.
  const auto zeros = [](std::uint64_t v) { return (v - kOnes) & ~v & kHighs; };
  const std::uint64_t low = (bytes - 0x20 * kOnes) & ~bytes & kHighs;
  return (low | (bytes & kHighs) | zeros(bytes ^ ('"' * kOnes)) | zeros(bytes ^ ('\\' * kOnes)) | zeros(bytes ^ (0x7f * kOnes))) == 0;
}

constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (unsigned c = 0; c < 0x80; ++c) plain[c] = !needs_escape(static_cast<unsigned char>(c));
  return plain;
}();

std::size_t plain_length(std::string_view text) {
  std::size_t at = 0;
  while (at + 8 <= text.size() && are_plain(text.data() + at)) at += 8;
  while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

// From the first byte outside ASCII on: not all of it may be UTF-8.
void append_beyond_ascii(std::string& out, std::string_view text) {
  std::string valid;
  if (!is_valid_utf8(text)) {
    valid = to_valid_utf8(text);
    text = valid;
  }
  std::size_t plain_begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (!needs_escape(c)) continue;
    out.append(text, plain_begin, i - plain_begin);
    append_escaped(out, c);
    plain_begin = i + 1;
  }
  out.append(text, plain_begin);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t plain = plain_length(text);; plain = plain_length(text)) {
    out.append(text, 0, plain);
    text.remove_prefix(plain);
    if (text.empty() || static_cast<unsigned char>(text[0]) >= 0x80) break;
    append_escaped(out, static_cast<unsigned char>(text[0]));
    text.remove_prefix(1);
  }
  if (!text.empty()) append_beyond_ascii(out, text);
  out += '"';
}
std::string json_string(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_json_string(out, text);
  return out;
}

std::string json_number(double number) {
  SLUICE_ASSERT(std::isfinite(number), "JSON has no infinity and no NaN");
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  std::string out(buffer, end);
  if (out.find_first_not_of("-0123456789") == std::string::npos) out += ".0";
  return out;
}

const std::string* Members::find(std::string_view name) const {
  const auto it = std::ranges::find(list_, name, &Member::name);
  return it == list_.end() ? nullptr : &it->json;
}

std::optional<std::string> Members::text(std::string_view name) const {
  const std::string* json = find(name);
  if (!json || json->front() != '"') return std::nullopt;
  return json::decode_string(*json);
}

std::optional<double> Members::number(std::string_view name) const {
  const std::string* json = find(name);
  if (!json) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(json->data(), json->data() + json->size(), value);
  if (error != std::errc() || end != json->data() + json->size()) return std::nullopt;
  return value;
}

std::vector<std::string> Members::texts(std::string_view name) const {
  std::vector<std::string> out;
  const std::string* json = find(name);
  if (!json || json->front() != '[') return out;
  const auto document = json::Document::parse("", *json);
  SLUICE_ASSERT(document.has_value(), "a member's JSON text is valid");
  for (const json::Value item : document->root().items())
    if (item.is_string()) out.push_back(item.text());
  return out;
}

void Members::set_json(std::string_view name, std::string json) {
  const auto it = std::ranges::find(list_, name, &Member::name);
  if (it == list_.end())
    list_.push_back({std::string(name), std::move(json)});
  else
    it->json = std::move(json);
}

void Members::set_text(std::string_view name, std::string_view text) { set_json(name, json_string(text)); }
void Members::set_number(std::string_view name, double number) { set_json(name, json_number(number)); }
void Members::set_integer(std::string_view name, std::int64_t number) { set_json(name, std::to_string(number)); }
void Members::set_bool(std::string_view name, bool value) { set_json(name, value ? "true" : "false"); }

void Members::set_texts(std::string_view name, const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) {
    if (json.size() > 1) json += ',';
    json += json_string(text);
  }
  set_json(name, json + "]");
}

void Members::erase(std::string_view name) {
  std::erase_if(list_, [&](const Member& member) { return member.name == name; });
}

void Members::sort_by_name() { std::ranges::sort(list_, {}, &Member::name); }

}  // namespace sluice::sarif
