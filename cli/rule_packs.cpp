#include "cli/rule_packs.h"

#include "embedded/model_files.h"
#include "embedded/rule_files.h"
#include "embedded/rule_page_files.h"

namespace sluice {

std::span<const RulePack> rule_packs() {
  static const RulePack packs[] = {{"owasp-top10", embedded::rule_files()}};
  return packs;
}

std::span<const EmbeddedFile> rule_page_files() { return embedded::rule_page_files(); }

std::span<const EmbeddedFile> model_files() { return embedded::model_files(); }

}  // namespace sluice
