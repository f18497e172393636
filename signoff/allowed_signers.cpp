#include "signoff/allowed_signers.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/text.h"
#include "signoff/base64.h"

namespace sluice::signoff {
namespace {

constexpr std::string_view kRolePrefix = "role:";
constexpr std::size_t kMostSigners = 10000;

// One line, read from the left; `at` is the offset of what is next.
struct Line {
  std::string_view text;
  Place place;  // of the line
  Errors& errors;
  std::size_t at = 0;

  void complain(std::size_t offset, std::string message) {
    errors.add({place.file, place.line, static_cast<std::uint32_t>(offset + 1)}, "signoff-allowed-signers", std::move(message));
  }
  void skip_blanks() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  }
  // Up to the next blank that is not in quotes.
  std::string_view word() {
    skip_blanks();
    std::size_t begin = at;
    bool in_quotes = false;
    for (; at < text.size(); ++at) {
      if (text[at] == '"') in_quotes = !in_quotes;
      if (!in_quotes && (text[at] == ' ' || text[at] == '\t')) break;
    }
    return text.substr(begin, at - begin);
  }
};

std::string_view unquoted(std::string_view text) {
  bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

bool is_key_type(std::string_view word) {
  for (KeyType type : {KeyType::Ed25519, KeyType::EcdsaP256, KeyType::EcdsaP384, KeyType::EcdsaP521, KeyType::Rsa,
                       KeyType::TokenEd25519, KeyType::TokenEcdsaP256})
    if (word == to_string(type)) return true;
  return false;
}

// YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with or without a Z: UTC.
std::optional<Instant> parse_compact(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  bool has_length = text.size() == 8 || text.size() == 12 || text.size() == 14;
  if (!has_length || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  std::string full = fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
  if (text.size() >= 12)
    full += fmt::format("T{}:{}:{}Z", text.substr(8, 2), text.substr(10, 2), text.size() == 14 ? text.substr(12, 2) : std::string_view("00"));
  return parse_instant(full);
}

void read_principals(Line& line, AllowedSigner& signer) {
  std::size_t begin = line.at;
  for (std::string_view name : split(unquoted(line.word()), ',')) {
    if (name.empty()) line.complain(begin, "an empty name among the principals");
    else if (name.find_first_of("*?!") != std::string_view::npos)
      line.complain(begin, fmt::format("`{}` is a pattern: a signer needs a name of its own, so that the sign-off says who signed", escape_terminal(name)));
    else if (name.starts_with(kRolePrefix)) signer.roles.emplace_back(name.substr(kRolePrefix.size()));
    else if (!signer.principal.empty()) line.complain(begin, fmt::format("two principals, `{}` and `{}`: write a line for each", escape_terminal(signer.principal), escape_terminal(name)));
    else signer.principal = name;
  }
  std::ranges::sort(signer.roles);
  signer.roles.erase(std::ranges::unique(signer.roles).begin(), signer.roles.end());
  if (signer.principal.empty()) line.complain(begin, "no principal: expected a name such as `ada@example.org` as the first word");
}

void read_option(Line& line, std::size_t begin, std::string_view option, AllowedSigner& signer) {
  std::size_t equal = option.find('=');
  std::string name = to_lower(option.substr(0, equal));
  // As for ssh-keygen: of two limits nobody could say which was meant.
  bool is_repeated = (name == "namespaces" && !signer.namespaces.empty()) || (name == "valid-after" && signer.valid_after) ||
                     (name == "valid-before" && signer.valid_before);
  if (is_repeated) return line.complain(begin, fmt::format("`{}` is there twice", name));
  std::string_view value = equal == std::string_view::npos ? std::string_view{} : unquoted(option.substr(equal + 1));
  if (name == "namespaces" && !value.empty()) {
    for (std::string_view one : split(value, ',')) signer.namespaces.emplace_back(one);
  } else if (name == "valid-after" || name == "valid-before") {
    std::optional<Instant> instant = parse_compact(value);
    if (!instant) return line.complain(begin, fmt::format("`{}` must be a time such as \"20261231\" or \"20261231235959Z\"", name));
    (name == "valid-after" ? signer.valid_after : signer.valid_before) = *instant;
  } else if (name == "cert-authority") {
    line.complain(begin, "keys of certificate authorities are not supported: list the signers' own keys");
  } else {
    line.complain(begin, fmt::format("unknown option `{}`; known are namespaces=\"...\", valid-after=\"...\", valid-before=\"...\"", escape_terminal(option.substr(0, 64))));
  }
}

std::vector<std::string_view> option_words(std::string_view word) {
  std::vector<std::string_view> options;
  bool in_quotes = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    if (i < word.size() && word[i] == '"') in_quotes = !in_quotes;
    if (i == word.size() || (word[i] == ',' && !in_quotes)) {
      options.push_back(word.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  return options;
}

void read_line(Line& line, std::vector<AllowedSigner>& signers) {
  std::size_t mistakes = line.errors.list.size();
  std::string principal;
  AllowedSigner* signer = nullptr;
  // The key comes last and is what an AllowedSigner cannot be made without: the words before wait.
  std::size_t principals_at = line.at;
  line.word();
  std::vector<std::pair<std::size_t, std::string_view>> options;
  std::string_view word;
  std::size_t begin = 0;
  for (;;) {
    line.skip_blanks();
    begin = line.at;
    word = line.word();
    if (word.empty() || is_key_type(word) || word.starts_with("ssh-") || word.starts_with("sk-") || word.starts_with("ecdsa-")) break;
    for (std::string_view option : option_words(word)) options.emplace_back(begin, option);
  }
  Result<PublicKey> key = PublicKey::from_line(std::string(word) + " " + std::string(line.word()));
  if (!key) return line.complain(begin, key.error().list.front().message);
  signers.push_back({{}, {}, {}, {}, {}, *std::move(key), line.place});
  signer = &signers.back();
  line.at = principals_at;
  read_principals(line, *signer);
  for (auto [at, option] : options) read_option(line, at, option, *signer);
  if (line.errors.list.size() != mistakes) signers.pop_back();
}

// * any text, ? one character, as ssh-keygen matches namespaces. Linear but for the last star.
bool matches(std::string_view text, std::string_view pattern) {
  std::size_t t = 0, p = 0, star = std::string_view::npos, from = 0;
  while (t < text.size()) {
    if (p < pattern.size() && (pattern[p] == '?' || (pattern[p] == text[t] && pattern[p] != '*'))) ++t, ++p;
    else if (p < pattern.size() && pattern[p] == '*') star = p++, from = t;
    else if (star != std::string_view::npos) p = star + 1, t = ++from;
    else return false;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool matches_list(std::string_view name, const std::vector<std::string>& patterns) {
  bool is_in = false;
  for (const std::string& pattern : patterns) {
    bool is_negated = pattern.starts_with('!');
    if (!matches(name, std::string_view(pattern).substr(is_negated ? 1 : 0))) continue;
    if (is_negated) return false;
    is_in = true;
  }
  return is_in;
}

}  // namespace

Result<AllowedSigners> AllowedSigners::parse(std::string file, std::string_view text) {
  AllowedSigners signers;
  Errors errors;
  std::uint32_t number = 0;
  for (std::string_view each : split(text, '\n')) {
    ++number;
    if (each.ends_with('\r')) each.remove_suffix(1);
    Line line{each, {file, number, 1}, errors};
    line.skip_blanks();
    if (line.at == each.size() || each[line.at] == '#') continue;
    read_line(line, signers.signers_);
    if (signers.signers_.size() > kMostSigners) errors.add({file, number}, "signoff-allowed-signers", "more than 10000 signers");
    if (errors.list.size() > 100) break;
  }
  if (errors.empty() && signers.signers_.empty()) errors.add({file}, "signoff-allowed-signers", "no signer: nothing could ever be signed");
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return signers;
}

Result<AllowedSigners> AllowedSigners::load(const std::string& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse(path, text);
}

std::optional<std::string> why_not(const AllowedSigner& signer, std::string_view name_space, Date day) {
  if (!signer.namespaces.empty() && !matches_list(name_space, signer.namespaces))
    return fmt::format("the key of {} may not sign in the namespace `{}`", escape_terminal(signer.principal), name_space);
  if (signer.valid_after && Instant(day) < *signer.valid_after)
    return fmt::format("the key of {} is valid from {} on, and the day is {}", escape_terminal(signer.principal), instant_text(*signer.valid_after), day_text(day));
  if (signer.valid_before && Instant(day) > *signer.valid_before)
    return fmt::format("the key of {} was valid until {}, and the day is {}", escape_terminal(signer.principal), instant_text(*signer.valid_before), day_text(day));
  return std::nullopt;
}

}  // namespace sluice::signoff
