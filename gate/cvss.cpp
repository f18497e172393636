#include "gate/cvss.h"

#include <charconv>
#include <cmath>

#include "gate/cvss_vector.h"

namespace sluice::gate {
namespace {

// The longest valid vector (4.0 with all metrics) has 190 bytes.
constexpr std::size_t kMaxVectorBytes = 512;

std::optional<CvssVersion> version_of_prefix(std::string_view vector) {
  for (CvssVersion version : {CvssVersion::V3_0, CvssVersion::V3_1, CvssVersion::V4_0})
    if (vector.starts_with(cvss::spec_of(version).prefix)) return version;
  return std::nullopt;
}

// What is wrong with a vector as a whole, before its metrics are looked at.
Result<CvssVersion> version_of(std::string_view vector, const Place& place) {
  if (vector.empty()) return fail(place, "cvss-empty", "the vector is empty");
  if (vector.size() > kMaxVectorBytes)
    return fail(place, "cvss-too-long",
                fmt::format("a vector has at most {} bytes, this has {}", kMaxVectorBytes, vector.size()));
  if (auto version = version_of_prefix(vector)) return *version;
  if (vector.starts_with('(') || vector.ends_with(')'))
    return fail(place, "cvss-syntax", "parentheses are not part of a vector");
  if (vector.starts_with("CVSS:2.0/")) return fail(place, "cvss-prefix", "a CVSS 2.0 vector has no prefix");
  if (vector.size() >= 5 && (vector.starts_with("CVSS") || vector.starts_with("cvss")))
    return fail(place, "cvss-prefix",
                fmt::format("unknown prefix `{}`; expected `CVSS:3.0/`, `CVSS:3.1/`, `CVSS:4.0/` or none (CVSS 2.0)",
                            vector.substr(0, vector.find('/'))));
  // A 2.0 vector is told by having no prefix, so a newer one that lost it would be
  // called full of unknown metrics.
  if (vector.find("/PR:") != std::string_view::npos || vector.find("/UI:") != std::string_view::npos)
    return fail(place, "cvss-prefix", "the prefix (`CVSS:3.0/`, `CVSS:3.1/` or `CVSS:4.0/`) is missing");
  return CvssVersion::V2_0;
}

}  // namespace

std::string_view to_string(CvssVersion version) {
  constexpr std::string_view kNames[] = {"2.0", "3.0", "3.1", "4.0"};
  return kNames[static_cast<std::size_t>(version)];
}

std::string to_string(Score score) { return fmt::format("{}.{}", score.tenths / 10, score.tenths % 10); }

std::optional<Score> parse_score(std::string_view text) {
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return score_of(value);
}

std::optional<Score> score_of(double value) {
  // Written so that NaN is refused too.
  if (!(value >= 0 && value <= 10)) return std::nullopt;
  // 1e-6: a decimal that lies half way, such as 4.95, may be a hair less in binary.
  return Score{static_cast<std::uint8_t>(std::floor(value * 10 + 0.5 + 1e-6))};
}

std::string_view severity_word(Score score, CvssVersion version) {
  if (version == CvssVersion::V2_0) return score.tenths < 40 ? "Low" : score.tenths < 70 ? "Medium" : "High";
  if (score.tenths == 0) return "None";
  if (score.tenths < 40) return "Low";
  if (score.tenths < 70) return "Medium";
  return score.tenths < 90 ? "High" : "Critical";
}

Result<CvssResult> score_cvss(std::string_view vector, Place place) {
  if (place.column == 0) place.column = 1;
  SLUICE_TRY(CvssVersion version, version_of(vector, place));
  const cvss::VersionSpec& spec = cvss::spec_of(version);
  place.column += static_cast<std::uint32_t>(spec.prefix.size());
  SLUICE_TRY(cvss::MetricValues values, cvss::parse_metrics(vector.substr(spec.prefix.size()), spec, place));
  switch (version) {
    case CvssVersion::V2_0:
      return cvss::score_cvss2(values);
    case CvssVersion::V3_0:
    case CvssVersion::V3_1:
      return cvss::score_cvss3(values, version);
    case CvssVersion::V4_0:
      return cvss::score_cvss4(values);
  }
  SLUICE_ASSERT(false, "every version has a formula");
  return CvssResult{};
}

Band band_of(Score score, const BandThresholds& thresholds) {
  if (score >= thresholds.high) return Band::High;
  return score >= thresholds.medium ? Band::Medium : Band::Low;
}

std::string_view to_string(Band band) {
  constexpr std::string_view kNames[] = {"low", "medium", "high"};
  return kNames[static_cast<std::size_t>(band)];
}

}  // namespace sluice::gate
