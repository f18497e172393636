#include "gate/signoff_rules.h"

#include <algorithm>

#include "base/text.h"

namespace sluice::gate {

SignoffRules read_signoff_rules(const yaml::Node& node, SignoffRules inherited, Errors& errors) {
  SignoffRules rules = std::move(inherited);
  rules.place = node.place();
  yaml::Fields fields(node, errors);
  const yaml::Node* roles = rules.roles.empty() ? fields.required("roles") : fields.find("roles");
  if (roles) {
    rules.roles = fields.texts("roles");
    std::ranges::sort(rules.roles);
    bool has_blank = std::ranges::any_of(rules.roles, [](const std::string& role) { return trim(role).empty(); });
    if (rules.roles.empty() || has_blank) fields.complain(*roles, "policy-roles", "`roles` must name the roles that sign");
  }
  rules.two_person = fields.flag("two-person").value_or(rules.two_person);
  rules.author_may_sign = fields.flag("author-may-sign").value_or(rules.author_may_sign);
  if (auto days = fields.whole("valid-days", 1, 36500)) rules.valid_days = static_cast<int>(*days);
  fields.finish();
  return rules;
}

}  // namespace sluice::gate
