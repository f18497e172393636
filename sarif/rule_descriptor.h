// sarif/rule_descriptor.h - a rule, or a kind of notification, as consumers want it described.
#pragma once
#include <string>
#include <string_view>

#include "sarif/builder.h"
#include "sarif/taxonomies.h"

namespace sluice::sarif {

// Ends in a full stop, as the validators demand of messages and descriptions.
std::string as_sentence(std::string_view text);

ReportingDescriptor describe_rule(const RuleInput& rule, const TaxonomySet& taxonomies);
// `kind` may be empty but for its code.
ReportingDescriptor describe_notification(const NotificationKindInput& kind);

}  // namespace sluice::sarif
