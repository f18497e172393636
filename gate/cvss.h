// gate/cvss.h - scores of CVSS 2.0, 3.0, 3.1 and 4.0 vectors, exactly.
//
// Sources of formulas and figures: the specifications of FIRST (first.org/cvss):
// "A Complete Guide to the CVSS 2.0", "CVSS v3.0/v3.1 Specification Document" and
// "CVSS v4.0 Specification Document".
//
// Scores are integers in tenths, since policy thresholds are compared with `>=`
// and 8.0 must not become 7.999. CVSS 4.0 is rounded half up after adding 1e-6:
// FIRST's own calculator lacks the addend and is 0.1 lower on some vectors.
//
// Not here: which of several scores counts (gate/vulnerability.h).
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice::gate {

// In the order of age, so that "the highest version present" is a comparison.
enum class CvssVersion : std::uint8_t { V2_0, V3_0, V3_1, V4_0 };
std::string_view to_string(CvssVersion version);  // "2.0", "3.0", "3.1", "4.0"

// 0.0 to 10.0 in steps of a tenth.
struct Score {
  std::uint8_t tenths = 0;
  friend auto operator<=>(Score, Score) = default;
};
std::string to_string(Score score);  // "9.8", "0.0", "10.0"

// "9.8", "10", "0.0": a number from 0 to 10; more decimals are rounded half up.
std::optional<Score> parse_score(std::string_view text);
// The same of a number that a report holds as a double. Nothing outside 0..10 or NaN.
std::optional<Score> score_of(double value);

// FIRST's words for 3.x and 4.0; NVD's for 2.0, which has none of its own
// (there: 0.0 is "Low", and there is no "Critical"). Spelled as FIRST spells them.
std::string_view severity_word(Score score, CvssVersion version);

struct CvssResult {
  CvssVersion version = CvssVersion::V3_1;
  // 2.0 and 3.x: of the base metrics. 4.0: the one score of the whole vector.
  Score base;
  // 2.0: absent when no metric of the group is in the vector. 3.x: always there
  // (equal to what the other groups leave it at). 4.0: never.
  std::optional<Score> temporal;
  std::optional<Score> environmental;
  // 4.0 only: which metric groups took part: "CVSS-B", "CVSS-BT", "CVSS-BE" or "CVSS-BTE".
  std::string_view nomenclature;
  // The score of the base metrics alone: equal to `base` but for a 4.0 vector with
  // threat or environmental metrics. What the gate counts unless a re-rating is approved.
  Score base_only;
};

// Scores a vector. `CVSS:3.0/`, `CVSS:3.1/` and `CVSS:4.0/` name the version; a
// vector without a prefix is 2.0. All mistakes are told, each with the column
// (1-based, in bytes) of the metric in `place`; codes begin with `cvss-`.
Result<CvssResult> score_cvss(std::string_view vector, Place place = {});

// The bands that deadlines hang on. Not CVSS's words: a 7.5 is "high" there and
// Medium here. A score equal to a threshold is in the band above it.
enum class Band : std::uint8_t { Low, Medium, High };
struct BandThresholds {
  Score medium{50};
  Score high{80};
};
Band band_of(Score score, const BandThresholds& thresholds);
std::string_view to_string(Band band);  // "low" "medium" "high"

}  // namespace sluice::gate
