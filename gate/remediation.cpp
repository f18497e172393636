#include "gate/remediation.h"

#include <algorithm>

#include "base/file.h"
#include "base/yaml_fields.h"

namespace sluice::gate {
namespace {

RemediationPlan read_plan(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  RemediationPlan plan;
  plan.place = node.place();
  fields.required("ids");
  plan.ids = fields.texts("ids");
  plan.fixed_in = fields.text("fixed-in");
  plan.workaround = fields.optional_text("workaround").value_or("");
  plan.text = fields.optional_text("text").value_or("");
  plan.contact = fields.optional_text("contact").value_or("");
  plan.available = fields.day("available");
  plan.upgrade_by = fields.day("upgrade-by");
  if (plan.available && plan.upgrade_by && *plan.upgrade_by < *plan.available)
    fields.complain(node, "plan-days", "`upgrade-by` is before `available`");
  fields.finish();
  return plan;
}

}  // namespace

Result<std::vector<RemediationPlan>> parse_plans(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(std::move(file), text));
  Errors errors;
  std::vector<RemediationPlan> plans;
  yaml::Fields fields(document.root(), errors);
  if (const yaml::Node* list = fields.required("plans")) {
    if (!list->is_sequence()) fields.complain(*list, "yaml-type", "`plans` must be a list");
    for (const yaml::Node& node : list->items()) plans.push_back(read_plan(node, errors));
  }
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return plans;
}

Result<std::vector<RemediationPlan>> load_plans(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_plans(path.string(), text);
}

const RemediationPlan* find_plan(const std::vector<RemediationPlan>& plans, const std::vector<std::string>& ids) {
  auto found = std::ranges::find_if(plans, [&](const RemediationPlan& plan) {
    return std::ranges::any_of(plan.ids, [&](const std::string& id) { return std::ranges::find(ids, id) != ids.end(); });
  });
  return found == plans.end() ? nullptr : &*found;
}

}  // namespace sluice::gate
