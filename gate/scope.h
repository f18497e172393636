// gate/scope.h - what part of a tree a file belongs to, told by its path.
//
//   scopes:                       # in a policy; each list replaces the default one below
//     test: ["**/test/**", "*_test.go"]
//
// The first of vendored, generated, test and example whose globs fit decides; what fits
// none, or has no path, is product. Globs are those of checklists/glob.h.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::gate {

// In the order in which they are tried; Product is what is left.
enum class Scope : std::uint8_t { Vendored, Generated, Test, Example, Product };
std::string_view to_string(Scope scope);  // "vendored" ...

struct ScopeGlobs {
  std::array<std::vector<std::string>, 4> globs;  // indexed by Scope, without Product
  static ScopeGlobs defaults();
  Scope of(std::string_view path) const;
  friend bool operator==(const ScopeGlobs&, const ScopeGlobs&) = default;
};

}  // namespace sluice::gate
