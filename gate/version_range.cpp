#include "gate/version_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/text.h"

namespace sluice::gate {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// One part of a version: a number or a word, and the character that stood before it.
struct Part {
  std::string text;  // a number without leading zeros, a word in lower case
  bool is_number = false;
  bool after_tilde = false;  // Debian: sorts before the end of the version
  bool after_dash = false;   // a revision: `1.0-1` is before `1.0.1`
};

std::vector<Part> parts_of(std::string_view version) {
  std::vector<Part> parts;
  char before = 0;
  for (std::size_t at = 0; at < version.size();) {
    bool number = is_digit(version[at]);
    if (!number && !is_letter(version[at])) {
      before = version[at++];
      continue;
    }
    std::size_t end = at;
    while (end < version.size() && (number ? is_digit(version[end]) : is_letter(version[end]))) ++end;
    std::string text = to_lower(version.substr(at, end - at));
    if (number) text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
    parts.push_back({std::move(text), number, before == '~', before == '-'});
    before = 0;
    at = end;
  }
  return parts;
}

// Where a part stands beside the end of a version (0): what comes before a release is less.
int rank_of(const Part& part) {
  constexpr std::string_view kBeforeRelease[] = {"dev", "snapshot", "nightly", "a", "alpha", "b", "beta", "m", "milestone", "c", "cr", "rc", "pre", "preview"};
  constexpr int kRanks[] = {-6, -6, -6, -5, -5, -4, -4, -3, -3, -2, -2, -2, -2, -2};
  constexpr std::string_view kReleaseItself[] = {"final", "ga", "release"};
  if (part.after_tilde) return -7;
  if (part.is_number) return part.text.empty() ? 0 : part.after_dash ? 2 : 3;  // `.0` says nothing more
  auto before = std::ranges::find(kBeforeRelease, part.text);
  if (before != std::end(kBeforeRelease)) return kRanks[before - std::begin(kBeforeRelease)];
  return std::ranges::find(kReleaseItself, part.text) != std::end(kReleaseItself) ? 0 : 1;
}

std::strong_ordering compare_parts(const Part& a, const Part& b) {
  if (a.is_number && b.is_number && a.after_tilde == b.after_tilde && a.after_dash == b.after_dash) {
    if (a.text.size() != b.text.size()) return a.text.size() <=> b.text.size();
    return a.text.compare(b.text) <=> 0;
  }
  if (rank_of(a) != rank_of(b)) return rank_of(a) <=> rank_of(b);
  return a.text.compare(b.text) <=> 0;
}

// "1:2.3-4" -> epoch "1" and the rest.
std::pair<std::string_view, std::string_view> epoch_and_rest(std::string_view version) {
  std::size_t colon = version.find(':');
  bool has_epoch = colon != std::string_view::npos && colon > 0 && std::ranges::all_of(version.substr(0, colon), is_digit);
  if (!has_epoch) return {"0", version};
  return {version.substr(0, colon), version.substr(colon + 1)};
}

std::string_view without_v(std::string_view version) {
  bool has_v = version.size() > 1 && (version[0] == 'v' || version[0] == 'V') && is_digit(version[1]);
  return has_v ? version.substr(1) : version;
}

std::strong_ordering compare_plain(std::string_view a, std::string_view b) {
  std::vector<Part> left = parts_of(without_v(a)), right = parts_of(without_v(b));
  std::size_t both = std::min(left.size(), right.size());
  for (std::size_t i = 0; i < both; ++i)
    if (auto order = compare_parts(left[i], right[i]); order != 0) return order;
  for (std::size_t i = both; i < left.size(); ++i)
    if (int rank = rank_of(left[i])) return rank <=> 0;
  for (std::size_t i = both; i < right.size(); ++i)
    if (int rank = rank_of(right[i])) return 0 <=> rank;
  return std::strong_ordering::equal;
}

constexpr std::size_t kMaxRangeBytes = 1000;

}  // namespace

std::strong_ordering compare_versions(std::string_view a, std::string_view b) {
  auto [epoch_a, rest_a] = epoch_and_rest(a);
  auto [epoch_b, rest_b] = epoch_and_rest(b);
  if (auto order = compare_plain(epoch_a, epoch_b); order != 0) return order;
  return compare_plain(rest_a, rest_b);
}

std::expected<VersionRange, std::string> VersionRange::parse(std::string_view text) {
  constexpr std::string_view kExpected = "expected comparisons such as `>=4.2.0 <4.3.0`, alternatives apart by `||`";
  if (text.size() > kMaxRangeBytes) return std::unexpected(fmt::format("a range has at most {} bytes", kMaxRangeBytes));
  VersionRange range;
  range.text_ = trim(text);
  std::vector<Term>* alternative = &range.alternatives_.emplace_back();
  for (std::string_view word : split(range.text_, ' ')) {
    if (word.empty()) continue;
    if (word == "||") {
      if (alternative->empty()) return std::unexpected(fmt::format("`||` has nothing before it; {}", kExpected));
      alternative = &range.alternatives_.emplace_back();
      continue;
    }
    constexpr std::pair<std::string_view, Comparison> kSigns[] = {
        {">=", Comparison::GreaterOrEqual}, {"<=", Comparison::LessOrEqual}, {">", Comparison::Greater}, {"<", Comparison::Less}, {"=", Comparison::Equal}};
    auto sign = std::ranges::find_if(kSigns, [&](const auto& known) { return word.starts_with(known.first); });
    std::string_view version = sign == std::end(kSigns) ? word : word.substr(sign->first.size());
    bool is_version = !version.empty() && (is_digit(version[0]) || is_letter(version[0])) &&
                      version.find_first_of("*<>=|,^") == std::string_view::npos;
    if (!is_version) return std::unexpected(fmt::format("`{}` is no comparison; {}", word, kExpected));
    alternative->push_back({sign == std::end(kSigns) ? Comparison::Equal : sign->second, std::string(version)});
  }
  if (alternative->empty()) return std::unexpected(fmt::format("the range is empty or ends in `||`; {}", kExpected));
  return range;
}

bool VersionRange::holds(const Term& term, std::string_view version) {
  auto order = compare_versions(version, term.version);
  switch (term.comparison) {
    case Comparison::Equal: return order == 0;
    case Comparison::Less: return order < 0;
    case Comparison::LessOrEqual: return order <= 0;
    case Comparison::Greater: return order > 0;
    case Comparison::GreaterOrEqual: return order >= 0;
  }
  return false;
}

bool VersionRange::contains(std::string_view version) const {
  return !version.empty() && std::ranges::any_of(alternatives_, [&](const std::vector<Term>& terms) {
    return std::ranges::all_of(terms, [&](const Term& term) { return holds(term, version); });
  });
}

bool VersionRange::is_bounded_above() const {
  return std::ranges::all_of(alternatives_, [](const std::vector<Term>& terms) {
    return std::ranges::any_of(terms, [](const Term& term) {
      return term.comparison == Comparison::Equal || term.comparison == Comparison::Less || term.comparison == Comparison::LessOrEqual;
    });
  });
}

}  // namespace sluice::gate
