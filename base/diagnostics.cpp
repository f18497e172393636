#include "base/diagnostics.h"

#include <algorithm>

namespace sluice {

void Diagnostics::add(DiagnosticLevel level, std::string_view code, std::string message, Place place, std::string rule_id) {
  list_.push_back({level, std::string(code), std::move(message), std::move(place), std::move(rule_id)});
}

void Diagnostics::append(Diagnostics other) {
  for (Diagnostic& diagnostic : other.list_) list_.push_back(std::move(diagnostic));
}

bool Diagnostics::has(DiagnosticLevel level) const {
  return std::ranges::any_of(list_, [level](const Diagnostic& d) { return d.level == level; });
}

}  // namespace sluice
