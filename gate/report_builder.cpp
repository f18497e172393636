#include "gate/report_builder.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "base/text.h"
#include "gate/report_document.h"

namespace sluice::gate {
namespace {

constexpr std::size_t kMaxEvidenceBytes = 4096;
constexpr std::size_t kMaxEvidencePieces = 100;
constexpr std::string_view kFurtherEvidence = "(further evidence is left out)";
constexpr std::size_t kMaxReasons = 100;

void add_unique(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

void sort_unique(std::vector<std::string>& list) {
  std::ranges::sort(list);
  list.erase(std::ranges::unique(list).begin(), list.end());
}

void sort_unique(std::vector<Rating>& ratings) {
  auto key = [](const Rating& rating) {
    return std::tuple(rating.version ? -static_cast<int>(*rating.version) : 1, -rating.score.tenths, rating.source,
                      rating.vector, rating.claimed ? rating.claimed->tenths : -1);
  };
  std::ranges::sort(ratings, {}, key);
  ratings.erase(std::ranges::unique(ratings).begin(), ratings.end());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t count_while(std::string_view text, auto predicate) {
  auto end = std::ranges::find_if_not(text, predicate);
  return static_cast<std::size_t>(end - text.begin());
}

// Calls `found` with what follows each `prefix` (upper case) that begins a word.
void for_each_prefixed(std::string_view text, std::string_view upper_prefix, auto found) {
  for (std::size_t at = 0; at + upper_prefix.size() < text.size(); ++at) {
    if (at > 0 && is_word(text[at - 1])) continue;
    bool same = std::ranges::equal(text.substr(at, upper_prefix.size()), upper_prefix, {},
                                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (same) found(text.substr(at + upper_prefix.size()));
  }
}

// "2021-44228 is.." -> "CVE-2021-44228"
std::string cve_of(std::string_view rest) {
  std::size_t year = count_while(rest, is_digit);
  if (year != 4 || rest.size() < 9 || rest[4] != '-') return {};
  std::size_t number = count_while(rest.substr(5), is_digit);
  return number < 4 ? std::string() : "CVE-" + std::string(rest.substr(0, 5 + number));
}

// "jfh8-c2jp-5v3q" -> "GHSA-jfh8-c2jp-5v3q"
std::string ghsa_of(std::string_view rest) {
  constexpr std::size_t kLength = 14;
  if (rest.size() < kLength || rest[4] != '-' || rest[9] != '-') return {};
  for (std::size_t part : {0, 5, 10})
    if (count_while(rest.substr(part, 4), is_word) != 4) return {};
  if (rest.size() > kLength && is_word(rest[kLength])) return {};
  return "GHSA-" + to_lower(rest.substr(0, kLength));
}

// "079: .." -> "CWE-79"
std::string cwe_of(std::string_view rest) {
  std::string_view digits = rest.substr(0, count_while(rest, is_digit));
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.empty() || digits.size() > 5 ? std::string() : "CWE-" + std::string(digits);
}

// A vector as `score_cvss` wants it.
std::string plain_vector(const StatedScore& stated) {
  std::string_view vector = trim(stated.vector);
  if (vector.empty()) return {};
  if (vector.starts_with("CVSS2#")) vector.remove_prefix(6);
  if (vector.starts_with('(') && vector.ends_with(')')) vector = vector.substr(1, vector.size() - 2);
  bool wants_prefix = !vector.starts_with("CVSS:") && stated.version && *stated.version != CvssVersion::V2_0;
  return wants_prefix ? fmt::format("CVSS:{}/{}", to_string(*stated.version), vector) : std::string(vector);
}

void add_bare_number(Vulnerability& vulnerability, const StatedScore& stated, std::optional<Score> number) {
  if (number && number->tenths > 0) vulnerability.ratings.push_back({stated.version, {}, *number, {}, stated.source});
}

std::string place_key(const std::string& identity, std::string_view spot) {
  return fmt::format("{}\n{}", identity, spot);
}

class FunctionImporter : public Importer {
 public:
  using Recognizes = bool (*)(const ReportDocument&);
  using Import = Result<void> (*)(const ReportDocument&, ReportBuilder&);

  FunctionImporter(std::string_view name, Recognizes recognizing, Import importing)
      : name_(name), recognizes_(recognizing), import_(importing) {}

  std::string_view name() const override { return name_; }
  bool recognizes(const ReportDocument& document) const override { return recognizes_(document); }
  Result<ImportedReport> import(const ReportDocument& document, Keep keep) const override {
    ReportBuilder builder(name_, document.file(), keep);
    SLUICE_CHECK(import_(document, builder));
    return std::move(builder).finish();
  }

 private:
  std::string_view name_;
  Recognizes recognizes_;
  Import import_;
};

}  // namespace

std::unique_ptr<const Importer> importer_of(std::string_view name, bool (*recognizes)(const ReportDocument&),
                                            Result<void> (*import)(const ReportDocument&, ReportBuilder&)) {
  return std::make_unique<FunctionImporter>(name, recognizes, import);
}

ReportBuilder::ReportBuilder(std::string_view format, std::string file, Keep keep) : keep_(keep) {
  report_.format = format;
  report_.file = std::move(file);
}

// Most items have no spot: for those nothing more than their place is remembered.
std::size_t ReportBuilder::ordinal_of(const std::string& identity, std::string_view spot) {
  if (spot.empty() && !spots_seen_.contains(identity)) return 0;
  bool has_unplaced = !spot.empty() && places_.contains(place_key(identity, ""));
  return spots_seen_.try_emplace(identity, has_unplaced ? 1 : 0).first->second++;
}

void ReportBuilder::add(Vulnerability vulnerability, const IdentityParts& parts, std::string_view spot) {
  ++report_.items;
  std::string identity = make_identity(parts);
  auto [place, is_new] = places_.try_emplace(place_key(identity, spot), report_.found());
  if (!is_new) {
    merge(place->second, std::move(vulnerability));
    ++report_.merged;
    return;
  }
  std::size_t ordinal = ordinal_of(identity, spot);
  if (ordinal > 0) {
    IdentityParts numbered = parts;
    numbered.emplace_back("occurrence", std::to_string(ordinal));
    identity = make_identity(numbered);
  }
  vulnerability.identity = std::move(identity);
  if (keep_ == Keep::All) report_.vulnerabilities.push_back(std::move(vulnerability));
  if (keep_ == Keep::ForDecision) report_.compact.add(std::move(vulnerability));
}

void ReportBuilder::merge(std::size_t index, Vulnerability&& vulnerability) {
  if (keep_ == Keep::All) return merge_into(report_.vulnerabilities[index], std::move(vulnerability));
  Vulnerability known = report_.compact.at(index);
  Vulnerability before = known;
  merge_into(known, std::move(vulnerability));
  sort_lists(known);
  known.evidence.clear();
  if (known != before) report_.compact.replace(index, std::move(known));
}

void ReportBuilder::add_finding(Vulnerability vulnerability, const IdentityParts& parts, std::string_view spot) {
  bool scored =
      std::ranges::any_of(vulnerability.ratings, [](const Rating& rating) { return rating.score.tenths > 0; });
  if (vulnerability.severity == SeverityWord::Info && vulnerability.ids.cve.empty() && !scored)
    return leave_out("informational");
  add(std::move(vulnerability), parts, spot);
}

void ReportBuilder::leave_out(std::string_view reason, std::size_t count) {
  if (count == 0) return;
  report_.items += count;
  report_.left_out[std::string(reason)] += count;
}

void ReportBuilder::add_target(std::string target) {
  if (!target.empty() && targets_.insert(target).second) report_.targets.push_back(std::move(target));
}

void ReportBuilder::add_incomplete(std::string reason) {
  report_.completeness = Completeness::Incomplete;
  if (report_.incomplete_reasons.size() < kMaxReasons) add_unique(report_.incomplete_reasons, std::move(reason));
}

void ReportBuilder::scanned_from(std::optional<Date> day, const std::string& time) {
  if (!day || (report_.scan_start && *report_.scan_start <= *day)) return;
  report_.scan_start = day;
  report_.scan_start_time = time;
}

void ReportBuilder::scanned_until(std::optional<Date> day, const std::string& time) {
  if (!day || (report_.scan_end && *report_.scan_end >= *day)) return;
  report_.scan_end = day;
  report_.scan_end_time = time;
}

ImportedReport ReportBuilder::finish() && {
  for (Vulnerability& vulnerability : report_.vulnerabilities) {
    sort_lists(vulnerability);
    if (!vulnerability.tool.empty()) continue;
    vulnerability.tool = report_.tool;
    vulnerability.tool_version = report_.tool_version;
  }
  report_.compact.set_tool(report_.tool, report_.tool_version);
  std::size_t left_out = 0;
  for (const auto& [reason, count] : report_.left_out) left_out += count;
  SLUICE_ASSERT(report_.items == report_.found() + report_.merged + left_out,
                "every item of a report is accounted for");
  return std::move(report_);
}

void sort_lists(Vulnerability& vulnerability) {
  sort_unique(vulnerability.ids.cve);
  sort_unique(vulnerability.ids.ghsa);
  sort_unique(vulnerability.ids.cwe);
  sort_unique(vulnerability.ids.other);
  sort_unique(vulnerability.component.versions);
  sort_unique(vulnerability.ratings);
}

void merge_into(Vulnerability& into, Vulnerability&& other) {
  auto append = [](auto& list, auto& more) { list.insert(list.end(), more.begin(), more.end()); };
  append(into.ids.cve, other.ids.cve);
  append(into.ids.ghsa, other.ids.ghsa);
  append(into.ids.cwe, other.ids.cwe);
  append(into.ids.other, other.ids.other);
  append(into.ratings, other.ratings);
  append(into.component.versions, other.component.versions);
  for (std::string& piece : other.evidence) add_evidence(into, std::move(piece));
  if (other.severity > into.severity) {
    into.severity = other.severity;
    into.tool_severity = std::move(other.tool_severity);
  }
  if (other.status < into.status) {
    into.status = other.status;
    into.status_reason = std::move(other.status_reason);
    into.claim = other.claim;
  }
  into.known_exploited = into.known_exploited || other.known_exploited;
  into.epss = std::max(into.epss, other.epss);
  if (other.published && (!into.published || *other.published < *into.published)) into.published = other.published;
  if (into.component.fixed_version.empty()) into.component.fixed_version = std::move(other.component.fixed_version);
  if (other.first_seen && (!into.first_seen || *other.first_seen < *into.first_seen))
    into.first_seen = other.first_seen;
  if (other.last_seen && (!into.last_seen || *other.last_seen > *into.last_seen)) into.last_seen = other.last_seen;
}

void add_rating(Vulnerability& vulnerability, const StatedScore& stated) {
  std::string_view number_text = trim(stated.number);
  std::optional<Score> number = parse_score(number_text);
  if (!number_text.empty() && !number)
    add_evidence(vulnerability, fmt::format("{} gives the score `{}`, which is not a number from 0 to 10",
                                            stated.source, number_text));
  std::string vector = plain_vector(stated);
  if (vector.empty()) return add_bare_number(vulnerability, stated, number);
  auto result = score_cvss(vector);
  if (!result) {
    add_evidence(vulnerability, fmt::format("{} gives the CVSS vector `{}`, which is not valid: {}", stated.source,
                                            vector, result.error().list.front().message));
    return add_bare_number(vulnerability, stated, number);
  }
  Rating rating{result->version, std::move(vector), result->base_only, number, stated.source};
  if (contradicts_its_vector(rating))
    add_evidence(vulnerability, fmt::format("{} gives the score {}, but its vector `{}` has {}", stated.source,
                                            to_string(*number), rating.vector, to_string(rating.score)));
  vulnerability.ratings.push_back(std::move(rating));
}

void add_ids(VulnerabilityIds& ids, std::string_view text) {
  auto add = [](std::vector<std::string>& list, std::string id) {
    if (!id.empty()) list.push_back(std::move(id));
  };
  for_each_prefixed(text, "CVE-", [&](std::string_view rest) { add(ids.cve, cve_of(rest)); });
  for_each_prefixed(text, "GHSA-", [&](std::string_view rest) { add(ids.ghsa, ghsa_of(rest)); });
  for (std::string_view prefix : {"CWE-", "CWE:"})
    for_each_prefixed(text, prefix, [&](std::string_view rest) { add(ids.cwe, cwe_of(rest)); });
}

void add_evidence(Vulnerability& vulnerability, std::string text) {
  std::vector<std::string>& evidence = vulnerability.evidence;
  if (text.size() > kMaxEvidenceBytes) {
    std::size_t more = text.size() - kMaxEvidenceBytes;
    text =
        to_valid_utf8(std::string_view(text).substr(0, kMaxEvidenceBytes)) + fmt::format(" (and {} bytes more)", more);
  }
  if (evidence.size() > kMaxEvidencePieces) return;
  if (evidence.size() == kMaxEvidencePieces) text = kFurtherEvidence;
  add_unique(evidence, std::move(text));
}

SeverityWord severity_word_of(std::string_view text) {
  constexpr std::pair<std::string_view, SeverityWord> kWords[] = {
      {"critical", SeverityWord::Critical},  {"high", SeverityWord::High},     {"important", SeverityWord::High},
      {"error", SeverityWord::High},         {"medium", SeverityWord::Medium}, {"moderate", SeverityWord::Medium},
      {"warning", SeverityWord::Medium},     {"low", SeverityWord::Low},       {"minor", SeverityWord::Low},
      {"negligible", SeverityWord::Low},     {"note", SeverityWord::Low},      {"info", SeverityWord::Info},
      {"informational", SeverityWord::Info}, {"information", SeverityWord::Info},
  };
  std::string word = to_lower(trim(text));
  for (const auto& [name, severity] : kWords)
    if (name == word) return severity;
  return SeverityWord::Unknown;
}

}  // namespace sluice::gate
