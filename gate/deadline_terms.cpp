#include "gate/deadline_terms.h"

namespace sluice::gate {
namespace {

constexpr std::int64_t kMostDays = 36500;

std::optional<int> read_days(yaml::Fields& fields, std::string_view key) {
  auto days = fields.whole(key, 0, kMostDays);
  return days ? std::optional(static_cast<int>(*days)) : std::nullopt;
}

int required_days(yaml::Fields& fields, std::string_view key) {
  fields.required(key);
  return read_days(fields, key).value_or(0);
}

DeadlineTerms::Exploited read_exploited(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  DeadlineTerms::Exploited exploited;
  exploited.place = node.place();
  exploited.days = required_days(fields, "days");
  exploited.from_listing = fields.word<bool>("from", {{"listing", true}, {"first-seen", false}}).value_or(true);
  exploited.max_age_days = read_days(fields, "max-age-days");
  fields.finish();
  return exploited;
}

DeadlineTerms::Epss read_epss(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  DeadlineTerms::Epss epss;
  epss.place = node.place();
  fields.required("from");
  epss.from = fields.number("from", 0, 1).value_or(1);
  epss.days = required_days(fields, "days");
  epss.max_age_days = read_days(fields, "max-age-days");
  fields.finish();
  return epss;
}

DeadlineTerms::VendorFix read_vendor_fix(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  DeadlineTerms::VendorFix vendor_fix{required_days(fields, "stops-clock-for-days"), node.place()};
  fields.finish();
  return vendor_fix;
}

}  // namespace

void read_deadline_terms(yaml::Fields& deadlines, DeadlineTerms& terms) {
  Errors& errors = deadlines.errors();
  terms.from_publication = deadlines.word<bool>("from", {{"publication", true}, {"first-seen", false}}).value_or(terms.from_publication);
  if (const yaml::Node* node = deadlines.find("exploited")) terms.exploited = read_exploited(*node, errors);
  if (const yaml::Node* node = deadlines.find("epss")) terms.epss = read_epss(*node, errors);
  if (const yaml::Node* node = deadlines.find("vendor-fix")) terms.vendor_fix = read_vendor_fix(*node, errors);
  terms.raised_score_grace_days = read_days(deadlines, "raised-score-grace-days").value_or(terms.raised_score_grace_days);
  terms.environment_may_lower = deadlines.word<bool>("environment", {{"raises", false}, {"raises-and-lowers", true}}).value_or(terms.environment_may_lower);
}

}  // namespace sluice::gate
