// report/exposure_report.h - who is affected: for the security manager, for machines, and for the customers.
//
// A letter tells a customer of their own instances and nothing of anybody else.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gate/exposure.h"
#include "gate/remediation.h"

namespace sluice::report {

enum class ExposureForm : std::uint8_t { Text, Json, Csv, Markdown };
std::optional<ExposureForm> exposure_form_of(std::string_view name);

// `plan` may be null.
std::string show_exposure(const gate::Exposure& exposure, const gate::RemediationPlan* plan, ExposureForm form);

// A file name and a letter (Markdown) for each customer with an affected instance, by customer.
std::vector<std::pair<std::string, std::string>> letters(const gate::Exposure& exposure, const gate::RemediationPlan& plan, std::string_view product);

}  // namespace sluice::report
