#include "analyzers/scan/mask_secrets.h"

#include <algorithm>

namespace sluice {
namespace {

constexpr std::size_t kShown = 3;         // characters of a secret that stay
constexpr std::size_t kShortestQuoted = 4;
constexpr std::size_t kShortestWord = 8;  // shorter words are names and keywords
constexpr std::string_view kMask = "[masked]";

// CWE: hard-coded password, key, credentials; password in a configuration file; cleartext storage.
constexpr std::string_view kSecretWeaknesses[] = {"CWE-259:", "CWE-321:", "CWE-798:", "CWE-260:", "CWE-312:", "CWE-313:", "CWE-540:"};

std::vector<std::string> quoted_parts(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = text.find_first_of("\"'`"); at != std::string_view::npos; at = text.find_first_of("\"'`", at)) {
    std::size_t close = text.find(text[at], at + 1);
    std::string_view content = text.substr(at + 1, close == std::string_view::npos ? close : close - at - 1);
    if (content.size() >= kShortestQuoted) parts.emplace_back(content);
    if (close == std::string_view::npos) return parts;
    at = close + 1;
  }
  return parts;
}

std::vector<std::string> long_words(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n,;()[]{}<>";
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(kBlank); at != std::string_view::npos; at = text.find_first_not_of(kBlank, at)) {
    std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    if (end - at >= kShortestWord) words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace

bool is_about_secrets(const RuleInfo& rule) {
  auto cwes = rule.metadata.find("cwe");
  if (cwes == rule.metadata.end()) return false;
  return std::ranges::any_of(cwes->second, [](const std::string& cwe) {
    return std::ranges::any_of(kSecretWeaknesses, [&](std::string_view known) { return (cwe + ":").starts_with(known); });
  });
}

std::vector<std::string> secrets_in(std::string_view matched) {
  std::vector<std::string> secrets = quoted_parts(matched);
  if (secrets.empty()) secrets = long_words(matched);
  // The longest first: one may hold another.
  std::ranges::stable_sort(secrets, std::greater<>(), &std::string::size);
  return secrets;
}

std::string masked(std::string text, const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) {
    std::string shown = secret.substr(0, kShown) + std::string(kMask);
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + shown.size())) text.replace(at, secret.size(), shown);
  }
  return text;
}

}  // namespace sluice
