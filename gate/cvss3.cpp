// CVSS 3.0 and 3.1. Source: the specification documents of FIRST, sections 7.1 to
// 7.4 (3.1) and 8.1 to 8.4 (3.0), and Appendix A of 3.1 for `Roundup`.
//
// Base and temporal formulas are the same in both. They differ in the environmental
// score of a changed scope, and in how 3.1 defines rounding up.
#include <algorithm>
#include <cmath>

#include "gate/cvss_vector.h"

namespace sluice::gate::cvss {
namespace {

// Scores inside a formula are whole tenths, so that no error adds up.
int roundup_tenths(double value, CvssVersion version) {
  // 3.0: the smallest tenth that is not less. The products are decimal numbers, and
  // 1e-9 keeps 4.0 from being 4.1 because binary made it 4.000000000000001.
  if (version == CvssVersion::V3_0) return static_cast<int>(std::ceil(value * 10 - 1e-9));
  auto scaled = static_cast<std::int64_t>(std::llround(value * 100000));
  return static_cast<int>(scaled % 10000 == 0 ? scaled / 10000 : scaled / 10000 + 1);
}

Score to_score(int tenths) { return Score{static_cast<std::uint8_t>(tenths)}; }

// The metrics that a score is made of, once as they are and once as modified.
struct Metrics {
  std::string_view av, ac, pr, ui, scope, c, i, a;
  bool changed() const { return scope == "C"; }
};

Metrics base_metrics(const MetricValues& v) {
  return {v["AV"], v["AC"], v["PR"], v["UI"], v["S"], v["C"], v["I"], v["A"]};
}

Metrics modified_metrics(const MetricValues& v) {
  auto modified = [&](std::string_view metric, std::string_view base) {
    return v.defined(metric) ? v[metric] : v[base];
  };
  return {modified("MAV", "AV"), modified("MAC", "AC"), modified("MPR", "PR"), modified("MUI", "UI"),
          modified("MS", "S"),   modified("MC", "C"),   modified("MI", "I"),   modified("MA", "A")};
}

double impact_weight(std::string_view value) { return weight(value, {{"H", 0.56}, {"L", 0.22}, {"N", 0}}); }

double requirement(std::string_view value) { return weight(value, {{"H", 1.5}, {"M", 1}, {"X", 1}, {"L", 0.5}}); }

double exploitability(const Metrics& m) {
  double privileges = m.changed() ? weight(m.pr, {{"N", 0.85}, {"L", 0.68}, {"H", 0.5}})
                                  : weight(m.pr, {{"N", 0.85}, {"L", 0.62}, {"H", 0.27}});
  return 8.22 * weight(m.av, {{"N", 0.85}, {"A", 0.62}, {"L", 0.55}, {"P", 0.2}}) *
         weight(m.ac, {{"L", 0.77}, {"H", 0.44}}) * privileges * weight(m.ui, {{"N", 0.85}, {"R", 0.62}});
}

// Base or modified base score in tenths from its two halves.
int combine_tenths(double impact, const Metrics& m, CvssVersion version) {
  if (impact <= 0) return 0;
  double sum = impact + exploitability(m);
  return roundup_tenths(std::min(m.changed() ? 1.08 * sum : sum, 10.0), version);
}

int base_tenths(const Metrics& m, CvssVersion version) {
  double iss = 1 - (1 - impact_weight(m.c)) * (1 - impact_weight(m.i)) * (1 - impact_weight(m.a));
  double impact = m.changed() ? 7.52 * (iss - 0.029) - 3.25 * std::pow(iss - 0.02, 15) : 6.42 * iss;
  return combine_tenths(impact, m, version);
}

int modified_base_tenths(const MetricValues& v, CvssVersion version) {
  Metrics m = modified_metrics(v);
  double kept = (1 - impact_weight(m.c) * requirement(v["CR"])) * (1 - impact_weight(m.i) * requirement(v["IR"])) *
                (1 - impact_weight(m.a) * requirement(v["AR"]));
  double miss = std::min(1 - kept, 0.915);
  if (!m.changed()) return combine_tenths(6.42 * miss, m, version);
  double tail = version == CvssVersion::V3_0 ? std::pow(miss - 0.02, 15) : std::pow(miss * 0.9731 - 0.02, 13);
  return combine_tenths(7.52 * (miss - 0.029) - 3.25 * tail, m, version);
}

int temporal_tenths(int base_tenths, const MetricValues& v, CvssVersion version) {
  double product = weight(v["E"], {{"X", 1}, {"H", 1}, {"F", 0.97}, {"P", 0.94}, {"U", 0.91}}) *
                   weight(v["RL"], {{"X", 1}, {"U", 1}, {"W", 0.97}, {"T", 0.96}, {"O", 0.95}}) *
                   weight(v["RC"], {{"X", 1}, {"C", 1}, {"R", 0.96}, {"U", 0.92}});
  return roundup_tenths(base_tenths * product / 10, version);
}

}  // namespace

CvssResult score_cvss3(const MetricValues& values, CvssVersion version) {
  int base = base_tenths(base_metrics(values), version);
  return {.version = version,
          .base = to_score(base),
          .temporal = to_score(temporal_tenths(base, values, version)),
          .environmental = to_score(temporal_tenths(modified_base_tenths(values, version), values, version)),
          .nomenclature = {},
          .base_only = to_score(base)};
}

}  // namespace sluice::gate::cvss
