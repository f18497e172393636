// report/explanation_report.h - why witnesses are one vulnerability, for people and for programs.
#pragma once
#include <string>
#include <vector>

#include "gate/explanation.h"

namespace sluice::report {

std::string explanations_text(const std::vector<gate::Explanation>& explanations);
std::string explanations_json(const std::vector<gate::Explanation>& explanations);

}  // namespace sluice::report
