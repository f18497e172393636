// What literals say: strings without their quotes, numbers by value.
#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice {

std::string_view string_content(std::string_view literal) {
  constexpr std::string_view kQuotes = "\"'`";
  std::size_t open = literal.find_first_of(kQuotes);
  // Prefixes are short: r"", u8R"", @$"". A text without a quote near its start is content already.
  if (open == std::string_view::npos || open > 4) return literal;
  char quote = literal[open];
  std::string_view rest = literal.substr(open);
  std::size_t width = 1;
  while (width < rest.size() && rest[width] == quote) ++width;
  // Two quotes are an empty string, three or more open a long one.
  if (width == 2 && rest.size() == 2) return {};
  if (width % 2 == 0 && width == rest.size()) return {};
  if (width < 3) width = 1;
  if (rest.size() < 2 * width) return rest.substr(width);
  bool closed = rest.substr(rest.size() - width).find_first_not_of(quote) == std::string_view::npos;
  return rest.substr(width, rest.size() - width - (closed ? width : 0));
}

std::string number_value(std::string_view literal) {
  std::string digits;
  for (char c : literal)
    if (c != '_' && c != '\'') digits += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  int base = 10;
  std::size_t start = 0;
  if (digits.starts_with("0x")) base = 16, start = 2;
  else if (digits.starts_with("0b")) base = 2, start = 2;
  else if (digits.starts_with("0o")) base = 8, start = 2;
  else if (digits.size() > 1 && digits[0] == '0' && digits.find_first_not_of("01234567ul") == std::string::npos) base = 8, start = 1;
  std::uint64_t value = 0;
  auto [stop, error] = std::from_chars(digits.data() + start, digits.data() + digits.size(), value, base);
  std::string_view suffix(stop, digits.data() + digits.size());
  bool is_integer = error == std::errc{} && suffix.find_first_not_of("uln") == std::string_view::npos;
  return is_integer ? std::to_string(value) : digits;
}

}  // namespace sluice
