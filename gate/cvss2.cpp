// CVSS 2.0. Source: "A Complete Guide to the Common Vulnerability Scoring System
// Version 2.0" (FIRST), section 3.2.
#include <algorithm>
#include <cmath>

#include "gate/cvss_vector.h"

namespace sluice::gate::cvss {
namespace {

// Half up, away from zero: an adjusted base may be slightly negative before the last
// step. All products of the formulas are decimal numbers; 1e-9 makes up for binary.
double round1(double value) { return std::copysign(std::floor(std::abs(value) * 10 + 0.5 + 1e-9) / 10, value); }

Score to_score(double rounded) {
  return Score{static_cast<std::uint8_t>(std::lround(std::clamp(rounded, 0.0, 10.0) * 10))};
}

double impact_weight(std::string_view value) { return weight(value, {{"N", 0}, {"P", 0.275}, {"C", 0.660}}); }

double requirement(std::string_view value) { return weight(value, {{"L", 0.5}, {"M", 1}, {"H", 1.51}, {"ND", 1}}); }

double impact(const MetricValues& v) {
  return 10.41 * (1 - (1 - impact_weight(v["C"])) * (1 - impact_weight(v["I"])) * (1 - impact_weight(v["A"])));
}

double adjusted_impact(const MetricValues& v) {
  double kept = (1 - impact_weight(v["C"]) * requirement(v["CR"])) *
                (1 - impact_weight(v["I"]) * requirement(v["IR"])) * (1 - impact_weight(v["A"]) * requirement(v["AR"]));
  return std::min(10.0, 10.41 * (1 - kept));
}

double base_equation(const MetricValues& v, double impact_value) {
  if (impact_value == 0) return 0;
  double exploitability = 20 * weight(v["AV"], {{"L", 0.395}, {"A", 0.646}, {"N", 1}}) *
                          weight(v["AC"], {{"H", 0.35}, {"M", 0.61}, {"L", 0.71}}) *
                          weight(v["Au"], {{"M", 0.45}, {"S", 0.56}, {"N", 0.704}});
  return round1((0.6 * impact_value + 0.4 * exploitability - 1.5) * 1.176);
}

double temporal_equation(const MetricValues& v, double base) {
  return round1(base * weight(v["E"], {{"U", 0.85}, {"POC", 0.9}, {"F", 0.95}, {"H", 1}, {"ND", 1}}) *
                weight(v["RL"], {{"OF", 0.87}, {"TF", 0.9}, {"W", 0.95}, {"U", 1}, {"ND", 1}}) *
                weight(v["RC"], {{"UC", 0.9}, {"UR", 0.95}, {"C", 1}, {"ND", 1}}));
}

double environmental_equation(const MetricValues& v) {
  double adjusted = temporal_equation(v, base_equation(v, adjusted_impact(v)));
  double damage = weight(v["CDP"], {{"N", 0}, {"L", 0.1}, {"LM", 0.3}, {"MH", 0.4}, {"H", 0.5}, {"ND", 0}});
  double targets = weight(v["TD"], {{"N", 0}, {"L", 0.25}, {"M", 0.75}, {"H", 1}, {"ND", 1}});
  return round1((adjusted + (10 - adjusted) * damage) * targets);
}

}  // namespace

CvssResult score_cvss2(const MetricValues& values) {
  CvssResult result;
  result.version = CvssVersion::V2_0;
  double base = base_equation(values, impact(values));
  result.base = result.base_only = to_score(base);
  if (values.any_defined(MetricGroup::Threat)) result.temporal = to_score(temporal_equation(values, base));
  if (values.any_defined(MetricGroup::Environmental)) result.environmental = to_score(environmental_equation(values));
  return result;
}

}  // namespace sluice::gate::cvss
