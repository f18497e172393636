#include "analyzers/scan/secret_mask.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sluice {
namespace {

// CWE 4.19: password stored in plain text, hard-coded password, in a configuration file, hard-coded key,
// secrets in source code, hard-coded credentials.
constexpr std::array kSecretCwes = {256, 259, 260, 321, 540, 798};

bool is_secret_cwe(std::string_view text) {
  std::size_t at = text.find_first_of("0123456789");
  int number = 0;
  if (at != std::string_view::npos) std::from_chars(text.data() + at, text.data() + text.size(), number);
  return std::ranges::find(kSecretCwes, number) != kSecretCwes.end();
}

// A UTF-8 character must not be cut in two.
std::size_t next_character(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

bool finds_secrets(const RuleInfo& rule) {
  auto cwes = rule.metadata.find("cwe");
  return cwes != rule.metadata.end() && std::ranges::any_of(cwes->second, [](const std::string& cwe) { return is_secret_cwe(cwe); });
}

std::string mask_secrets(std::string_view text, const std::vector<ByteRange>& secrets) {
  std::string masked(text);
  for (const ByteRange& secret : secrets) {
    std::size_t line_end = std::min(text.find('\n', secret.end), text.size());
    std::size_t begin = next_character(text, std::min<std::size_t>(secret.begin + kShownOfSecret, text.size()));
    for (std::size_t i = begin; i < line_end; ++i)
      if (masked[i] != '\n' && masked[i] != '\r') masked[i] = '*';
  }
  return masked;
}

std::string mask_message(std::string message, std::string_view matched) {
  constexpr std::string_view kBlot = "***";
  if (matched.size() > kShownOfSecret) replace_all(message, matched, kBlot);
  for (std::size_t open = matched.find_first_of("\"'`"); open != std::string_view::npos; open = matched.find_first_of("\"'`", open + 1)) {
    std::size_t close = matched.find(matched[open], open + 1);
    if (close == std::string_view::npos) break;
    if (close - open - 1 >= kShownOfSecret) replace_all(message, matched.substr(open + 1, close - open - 1), kBlot);
    open = close;
  }
  return message;
}

}  // namespace sluice
