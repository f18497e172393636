#include "gate/cvss_vector.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace sluice::gate::cvss {
namespace {

using enum MetricGroup;

constexpr MetricSpec kMetrics2[] = {
    {"AV", "L A N"},
    {"AC", "H M L"},
    {"Au", "M S N"},
    {"C", "N P C"},
    {"I", "N P C"},
    {"A", "N P C"},
    {"E", "U POC F H ND", Threat},
    {"RL", "OF TF W U ND", Threat},
    {"RC", "UC UR C ND", Threat},
    {"CDP", "N L LM MH H ND", Environmental},
    {"TD", "N L M H ND", Environmental},
    {"CR", "L M H ND", Environmental},
    {"IR", "L M H ND", Environmental},
    {"AR", "L M H ND", Environmental},
};

constexpr MetricSpec kMetrics3[] = {
    {"AV", "N A L P"},
    {"AC", "L H"},
    {"PR", "N L H"},
    {"UI", "N R"},
    {"S", "U C"},
    {"C", "H L N"},
    {"I", "H L N"},
    {"A", "H L N"},
    {"E", "X H F P U", Threat},
    {"RL", "X U W T O", Threat},
    {"RC", "X C R U", Threat},
    {"CR", "X H M L", Environmental},
    {"IR", "X H M L", Environmental},
    {"AR", "X H M L", Environmental},
    {"MAV", "X N A L P", Environmental},
    {"MAC", "X L H", Environmental},
    {"MPR", "X N L H", Environmental},
    {"MUI", "X N R", Environmental},
    {"MS", "X U C", Environmental},
    {"MC", "X H L N", Environmental},
    {"MI", "X H L N", Environmental},
    {"MA", "X H L N", Environmental},
};

// In the order that the specification demands of a vector (section 7, table 23).
constexpr MetricSpec kMetrics4[] = {
    {"AV", "N A L P"},
    {"AC", "L H"},
    {"AT", "N P"},
    {"PR", "N L H"},
    {"UI", "N P A"},
    {"VC", "H L N"},
    {"VI", "H L N"},
    {"VA", "H L N"},
    {"SC", "H L N"},
    {"SI", "H L N"},
    {"SA", "H L N"},
    {"E", "X A P U", Threat},
    {"CR", "X H M L", Environmental},
    {"IR", "X H M L", Environmental},
    {"AR", "X H M L", Environmental},
    {"MAV", "X N A L P", Environmental},
    {"MAC", "X L H", Environmental},
    {"MAT", "X N P", Environmental},
    {"MPR", "X N L H", Environmental},
    {"MUI", "X N P A", Environmental},
    {"MVC", "X H L N", Environmental},
    {"MVI", "X H L N", Environmental},
    {"MVA", "X H L N", Environmental},
    {"MSC", "X H L N", Environmental},
    {"MSI", "X S H L N", Environmental},
    {"MSA", "X S H L N", Environmental},
    {"S", "X N P", Supplemental},
    {"AU", "X N Y", Supplemental},
    {"R", "X A U I", Supplemental},
    {"V", "X D C", Supplemental},
    {"RE", "X L M H", Supplemental},
    {"U", "X Clear Green Amber Red", Supplemental},
};

constexpr VersionSpec kSpecs[] = {
    {"CVSS 2.0", "", "ND", MetricOrder::Free, kMetrics2},
    {"CVSS 3.0", "CVSS:3.0/", "X", MetricOrder::Free, kMetrics3},
    {"CVSS 3.1", "CVSS:3.1/", "X", MetricOrder::Free, kMetrics3},
    {"CVSS 4.0", "CVSS:4.0/", "X", MetricOrder::AsInTable, kMetrics4},
};

bool allows(const MetricSpec& metric, std::string_view value) {
  for (std::string_view candidate : split(metric.values, ' '))
    if (candidate == value) return true;
  return false;
}

std::size_t index_of(const VersionSpec& spec, std::string_view name) {
  auto found = std::ranges::find(spec.metrics, name, &MetricSpec::name);
  return static_cast<std::size_t>(found - spec.metrics.begin());
}

}  // namespace

const VersionSpec& spec_of(CvssVersion version) { return kSpecs[static_cast<std::size_t>(version)]; }

MetricValues::MetricValues(const VersionSpec& spec) : spec_(&spec), values_(spec.metrics.size()) {}

std::string_view MetricValues::operator[](std::string_view metric) const {
  std::size_t index = index_of(*spec_, metric);
  SLUICE_ASSERT(index < values_.size(), "a formula asks only for metrics of its version");
  return values_[index].empty() ? spec_->not_defined : values_[index];
}

bool MetricValues::defined(std::string_view metric) const { return (*this)[metric] != spec_->not_defined; }

bool MetricValues::any_defined(MetricGroup group) const {
  return std::ranges::any_of(spec_->metrics,
                             [&](const MetricSpec& metric) { return metric.group == group && defined(metric.name); });
}

MetricValues MetricValues::base_only() const {
  MetricValues base = *this;
  for (std::size_t index = 0; index < values_.size(); ++index)
    if (spec_->metrics[index].group != MetricGroup::Base) base.values_[index] = {};
  return base;
}

// Reads the fields one after another and keeps all mistakes.
class VectorParser {
 public:
  VectorParser(const VersionSpec& spec, const Place& place) : spec_(spec), place_(place), values_(spec) {}

  Result<MetricValues> parse(std::string_view fields) {
    std::size_t offset = 0;
    for (std::string_view field : split(fields, '/')) {
      read_field(field, offset);
      offset += field.size() + 1;
    }
    check_mandatory();
    if (!errors_.empty()) return std::unexpected(std::move(errors_));
    return std::move(values_);
  }

 private:
  void read_field(std::string_view field, std::size_t offset) {
    std::size_t colon = field.find(':');
    if (field.empty()) return error(offset, "cvss-syntax", "empty metric: two `/` in a row, or one at an end");
    if (colon == std::string_view::npos)
      return error(offset, "cvss-syntax", fmt::format("`{}` is not `METRIC:VALUE`", field));
    std::string_view name = field.substr(0, colon);
    std::string_view value = field.substr(colon + 1);
    std::size_t index = index_of(spec_, name);
    if (index == spec_.metrics.size())
      return error(offset, "cvss-unknown-metric", fmt::format("{} has no metric `{}`", spec_.name, name));
    if (std::exchange(seen_[index], true))
      return error(offset, "cvss-duplicate-metric", fmt::format("metric `{}` is there twice", name));
    check_order(index, offset);
    const MetricSpec& metric = spec_.metrics[index];
    if (!allows(metric, value))
      return error(offset + colon + 1, "cvss-bad-value",
                   fmt::format("metric `{}` has no value `{}`; it takes one of: {}", name, value, metric.values));
    values_.values_[index] = value;
  }

  // A metric that is there with a wrong value is wrong, not missing.
  void check_mandatory() {
    std::string missing;
    for (std::size_t index = 0; index < spec_.metrics.size(); ++index)
      if (spec_.metrics[index].group == MetricGroup::Base && !seen_[index])
        missing += fmt::format("{}`{}`", missing.empty() ? "" : ", ", spec_.metrics[index].name);
    if (!missing.empty()) error(0, "cvss-missing-metric", "mandatory metrics are missing: " + missing);
  }

  void check_order(std::size_t index, std::size_t offset) {
    bool in_order = index >= next_index_;
    if (spec_.order == MetricOrder::AsInTable && !in_order)
      error(offset, "cvss-order",
            fmt::format("metric `{}` comes too late: in {} it stands before `{}`", spec_.metrics[index].name,
                        spec_.name, spec_.metrics[next_index_ - 1].name));
    next_index_ = std::max(next_index_, index + 1);
  }

  void error(std::size_t offset, std::string_view code, std::string message) {
    Place place = place_;
    place.column += static_cast<std::uint32_t>(offset);
    errors_.add(std::move(place), code, std::move(message));
  }

  const VersionSpec& spec_;
  const Place& place_;
  MetricValues values_;
  std::array<bool, std::size(kMetrics4)> seen_{};
  std::size_t next_index_ = 0;  // one past the furthest metric read
  Errors errors_;
};

Result<MetricValues> parse_metrics(std::string_view fields, const VersionSpec& spec, const Place& place) {
  return VectorParser(spec, place).parse(fields);
}

double weight(std::string_view value, std::initializer_list<std::pair<std::string_view, double>> table) {
  for (const auto& [name, number] : table)
    if (name == value) return number;
  SLUICE_ASSERT(false, "a weight table has all values of its metric");
  return 0;
}

}  // namespace sluice::gate::cvss
