#include "sarif/formats.h"

#include <charconv>

namespace sluice::sarif {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// The end of the scheme's name, where its colon is, or npos.
std::size_t scheme_end(std::string_view uri) {
  if (uri.empty() || !is_alpha(uri[0])) return uri.npos;
  std::size_t i = 1;
  while (i < uri.size() && (is_alpha(uri[i]) || is_digit(uri[i]) || uri[i] == '+' || uri[i] == '-' || uri[i] == '.'))
    ++i;
  return i < uri.size() && uri[i] == ':' ? i : uri.npos;
}

// Unreserved, reserved or percent-encoded; brackets only around an IP literal, `#` once.
bool has_uri_characters(std::string_view uri) {
  static constexpr std::string_view kPunctuation = "-._~:/?#@!$&'()*+,;=";
  std::size_t fragments = 0;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const char c = uri[i];
    if (c == '#' && ++fragments > 1) return false;
    if (is_alpha(c) || is_digit(c) || kPunctuation.find(c) != kPunctuation.npos) continue;
    if (c == '[' || c == ']') {
      const std::size_t authority = uri.find("//");
      const bool in_authority = authority != uri.npos && i < uri.find_first_of("/?#", authority + 2);
      if (in_authority) continue;
      return false;
    }
    if (c != '%' || i + 2 >= uri.size() || !is_hex(uri[i + 1]) || !is_hex(uri[i + 2])) return false;
    i += 2;
  }
  return true;
}

// `pattern`: 0 stands for a digit, anything else for itself.
bool looks_like(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (pattern[i] == '0' ? !is_digit(text[i]) : text[i] != pattern[i]) return false;
  return true;
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  std::from_chars(text.data() + at, text.data() + at + digits, number);
  return number;
}

bool is_date(std::string_view text) {
  if (!looks_like(text, "0000-00-00")) return false;
  const int year = number_at(text, 0, 4), month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_zone(std::string_view text) {
  if (text == "Z" || text == "z") return true;
  if (!looks_like(text, "+00:00") && !looks_like(text, "-00:00")) return false;
  return number_at(text, 1, 2) < 24 && number_at(text, 4, 2) < 60;
}

}  // namespace

bool has_scheme(std::string_view uri) { return scheme_end(uri) != uri.npos; }
bool is_uri(std::string_view text) { return has_scheme(text) && has_uri_characters(text); }

bool is_uri_reference(std::string_view text) {
  if (!has_uri_characters(text)) return false;
  // Without a scheme, no colon may stand in the first segment.
  return has_scheme(text) || text.substr(0, text.find_first_of("/?#")).find(':') == text.npos;
}

bool is_date_time(std::string_view text) {
  if (text.size() < 20 || !is_date(text.substr(0, 10)) || (text[10] != 'T' && text[10] != 't')) return false;
  if (!looks_like(text.substr(11, 8), "00:00:00")) return false;
  // 60: a leap second.
  if (number_at(text, 11, 2) > 23 || number_at(text, 14, 2) > 59 || number_at(text, 17, 2) > 60) return false;
  std::size_t zone = 19;
  if (text[zone] == '.') {
    while (++zone < text.size() && is_digit(text[zone])) {
    }
    if (zone == 20) return false;
  }
  return is_zone(text.substr(zone));
}

}  // namespace sluice::sarif
