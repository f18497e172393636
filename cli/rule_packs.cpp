#include "cli/rule_packs.h"

#include "embedded/rule_files.h"

namespace sluice {

std::span<const RulePack> rule_packs() {
  static const RulePack packs[] = {{"owasp-top10", embedded::rule_files()}};
  return packs;
}

}  // namespace sluice
