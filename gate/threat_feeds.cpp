#include "gate/threat_feeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/mapped_file.h"
#include "base/text.h"
#include "gate/importers/json_access.h"

namespace sluice::gate {
namespace {

// Both files are below 20 MB today; what is a hundred times that is not one of them.
constexpr std::size_t kMaxBytes = 2UL * 1024 * 1024 * 1024;
constexpr std::size_t kMostErrors = 20;

std::unexpected<Errors> fail_whole(const std::string& file, std::string message) { return fail({file}, "threat-feed", std::move(message)); }

Result<KevCatalog> read_catalog(const ReportDocument& document) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  KevCatalog catalog;
  catalog.version = text_of(root, "catalogVersion");
  std::string released = text_of(root, "dateReleased");
  std::optional<Instant> instant = parse_instant(released);
  if (catalog.version.empty() || !instant)
    return fail_at(place, "kev-format", "expected CISA's catalog of known exploited vulnerabilities, with `catalogVersion` and `dateReleased`");
  catalog.released = day_of(*instant);
  std::size_t entries = 0;
  SLUICE_CHECK(for_each_object(root, "vulnerabilities", place, [&](const Json& entry, const JsonPlace& at) -> Result<void> {
    std::optional<std::uint64_t> number = cve_number(text_of(entry, "cveID"));
    if (!number) return fail_at(at, "kev-format", "expected `cveID` with a CVE id");
    std::optional<Date> added = parse_day(text_of(entry, "dateAdded"));
    if (!added) return fail_at(at, "kev-format", "expected `dateAdded` with a day such as 2026-03-09");
    ++entries;
    auto [known, is_new] = catalog.listed.emplace(*number, *added);
    if (!is_new) known->second = std::min(known->second, *added);
    return {};
  }));
  std::optional<std::uint32_t> count = number_of(root, "count");
  if (!count || *count != entries || entries == 0)
    return fail_at(place, "kev-count", fmt::format("the catalog counts {} entries and has {}: it is not whole", count ? fmt::format("{}", *count) : "no", entries));
  return catalog;
}

// Takes lines off a text; a last line without an end is how a truncated file looks.
struct Lines {
  std::string_view rest;
  std::uint32_t number = 0;
  std::optional<std::string_view> next() {
    std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    ++number;
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
  }
};

// "#model_version:v2025.03.14,score_date:2026-11-20T12:55:00Z"
bool read_epss_head(std::string_view line, EpssScores& out) {
  if (!line.starts_with('#')) return false;
  std::optional<Instant> scored;
  for (std::string_view field : split(line.substr(1), ',')) {
    std::size_t colon = field.find(':');
    if (colon == std::string_view::npos) return false;
    if (field.substr(0, colon) == "model_version") out.model = field.substr(colon + 1);
    if (field.substr(0, colon) == "score_date") scored = parse_instant(field.substr(colon + 1));
  }
  if (!scored || out.model.empty()) return false;
  out.scored = day_of(*scored);
  return true;
}

std::optional<double> probability(std::string_view text) {
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool is_one = error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= 1;
  return is_one ? std::optional(value) : std::nullopt;
}

// "CVE-1999-0001,0.01141,0.77932"
bool read_epss_row(std::string_view line, EpssScores& out) {
  std::vector<std::string_view> fields = split(line, ',');
  if (fields.size() != 3) return false;
  auto number = cve_number(fields[0]);
  auto score = probability(fields[1]), percentile = probability(fields[2]);
  if (!number || !score || !percentile) return false;
  out.scores.emplace_back(*number, *score);
  return true;
}

}  // namespace

std::optional<std::uint64_t> cve_number(std::string_view id) {
  if (!id.starts_with("CVE-") || id.size() < 10 || id.size() > 20 || id[8] != '-') return std::nullopt;
  std::uint32_t year = 0, number = 0;
  auto is_whole = [](std::string_view text, std::uint32_t& out) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
  };
  if (!is_whole(id.substr(4, 4), year) || !is_whole(id.substr(9), number)) return std::nullopt;
  return (static_cast<std::uint64_t>(year) << 32) | number;
}

std::optional<Date> KevCatalog::find(std::string_view cve) const {
  auto number = cve_number(cve);
  auto found = number ? listed.find(*number) : listed.end();
  return found == listed.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> EpssScores::find(std::string_view cve) const {
  auto number = cve_number(cve);
  if (!number) return std::nullopt;
  auto found = std::ranges::lower_bound(scores, *number, {}, &std::pair<std::uint64_t, double>::first);
  return found == scores.end() || found->first != *number ? std::nullopt : std::optional(found->second);
}

Result<KevCatalog> parse_kev(std::string file, std::string_view text) {
  if (text.size() > kMaxBytes) return fail_whole(file, "too large for a catalog of known exploited vulnerabilities");
  SLUICE_TRY(ReportDocument document, ReportDocument::parse(file, text));
  if (document.form() != ReportDocument::Form::AsJson) {
    if (!document.syntax_errors().empty()) return std::unexpected(document.syntax_errors());
    return fail_whole(file, "expected CISA's catalog of known exploited vulnerabilities as JSON");
  }
  SLUICE_TRY(KevCatalog catalog, read_catalog(document));
  catalog.file = std::move(file);
  catalog.sha256 = sha256_hex(text);
  return catalog;
}

Result<EpssScores> parse_epss(std::string file, std::string_view text) {
  if (text.starts_with("\x1f\x8b")) return fail_whole(file, "is packed (gzip): unpack it first");
  if (text.size() > kMaxBytes) return fail_whole(file, "too large for a table of EPSS scores");
  EpssScores out;
  Errors errors;
  Lines lines{text};
  auto line = lines.next();
  if (!line || !read_epss_head(*line, out))
    return fail({file, 1, 1}, "epss-format", "expected FIRST's table of EPSS scores, whose first line is `#model_version:...,score_date:...`");
  line = lines.next();
  if (!line || *line != "cve,epss,percentile") return fail({file, 2, 1}, "epss-format", "expected the columns `cve,epss,percentile`");
  while ((line = lines.next())) {
    if (read_epss_row(*line, out)) continue;
    errors.add({file, lines.number, 1}, "epss-row", "expected a CVE id and two numbers from 0 to 1");
    if (errors.list.size() >= kMostErrors) return std::unexpected(std::move(errors));
  }
  if (!lines.rest.empty()) errors.add({file, lines.number + 1, 1}, "epss-truncated", "the last line has no end: the table is not whole");
  if (out.scores.empty() && errors.empty()) errors.add({file}, "epss-empty", "the table has no scores");
  if (!errors.empty()) return std::unexpected(std::move(errors));
  std::ranges::sort(out.scores);
  auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  if (std::ranges::adjacent_find(out.scores, same) != out.scores.end()) return fail_whole(file, "a CVE id stands in the table twice");
  out.file = std::move(file);
  out.sha256 = sha256_hex(text);
  return out;
}

Result<KevCatalog> load_kev(const std::filesystem::path& path) {
  SLUICE_TRY(MappedFile file, MappedFile::open(path));
  return parse_kev(path.string(), file.bytes());
}

Result<EpssScores> load_epss(const std::filesystem::path& path) {
  SLUICE_TRY(MappedFile file, MappedFile::open(path));
  return parse_epss(path.string(), file.bytes());
}

}  // namespace sluice::gate
