// gate/cvss_vector.h - the text of a CVSS vector, checked against one version's metrics.
//
// Private to the CVSS part of the room (cvss*.cpp). The metrics of a version are a
// table; what a vector may hold, and in which order, follows from it alone.
#pragma once
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "gate/cvss.h"

namespace sluice::gate::cvss {

enum class MetricGroup : std::uint8_t { Base, Threat, Environmental, Supplemental };

struct MetricSpec {
  std::string_view name;
  std::string_view values;                // separated by spaces
  MetricGroup group = MetricGroup::Base;  // the metrics of the base group are mandatory
};

enum class MetricOrder : std::uint8_t { Free, AsInTable };

struct VersionSpec {
  std::string_view name;         // "CVSS 3.1"
  std::string_view prefix;       // "CVSS:3.1/", empty for 2.0
  std::string_view not_defined;  // the value that an absent metric has: "X", in 2.0 "ND"
  MetricOrder order = MetricOrder::Free;
  std::span<const MetricSpec> metrics;
};

const VersionSpec& spec_of(CvssVersion version);

// Views into the text it was parsed from.
class MetricValues {
 public:
  explicit MetricValues(const VersionSpec& spec);
  // The value of a metric of the version's table; `not_defined` when absent.
  std::string_view operator[](std::string_view metric) const;
  bool defined(std::string_view metric) const;
  bool any_defined(MetricGroup group) const;
  // The same vector with the metrics of the base group alone.
  MetricValues base_only() const;

 private:
  friend class VectorParser;
  const VersionSpec* spec_;
  std::vector<std::string_view> values_;  // beside spec_->metrics; empty: not in the vector
};

// `fields` is the vector after its prefix, `place` where that begins.
Result<MetricValues> parse_metrics(std::string_view fields, const VersionSpec& spec, const Place& place);

// The number that belongs to a value: `weight(values["AV"], {{"N", 0.85}, {"A", 0.62}})`.
double weight(std::string_view value, std::initializer_list<std::pair<std::string_view, double>> table);

// One per version: cvss2.cpp, cvss3.cpp, cvss4.cpp.
CvssResult score_cvss2(const MetricValues& values);
CvssResult score_cvss3(const MetricValues& values, CvssVersion version);
CvssResult score_cvss4(const MetricValues& values);

}  // namespace sluice::gate::cvss
