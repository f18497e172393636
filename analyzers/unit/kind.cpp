#include "analyzers/unit/kind.h"

namespace sluice {

#define SLUICE_NAME_OF(name) #name,

std::string_view to_string(Kind kind) {
  static constexpr std::string_view kNames[] = {SLUICE_KINDS(SLUICE_NAME_OF)};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Role role) {
  static constexpr std::string_view kNames[] = {SLUICE_ROLES(SLUICE_NAME_OF)};
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace sluice
