#include "gate/scope.h"

#include <algorithm>

#include "checklists/glob.h"

namespace sluice::gate {

std::string_view to_string(Scope scope) {
  switch (scope) {
    case Scope::Vendored: return "vendored";
    case Scope::Generated: return "generated";
    case Scope::Test: return "test";
    case Scope::Example: return "example";
    case Scope::Product: return "product";
  }
  return "";
}

// docs/policy.md lists them: change both.
ScopeGlobs ScopeGlobs::defaults() {
  ScopeGlobs scopes;
  scopes.globs[static_cast<std::size_t>(Scope::Vendored)] = {"**/node_modules/**", "**/vendor/**", "**/third_party/**",
                                                             "**/third-party/**", "**/bower_components/**", "**/site-packages/**"};
  scopes.globs[static_cast<std::size_t>(Scope::Generated)] = {"**/generated/**", "*.g.cs", "*.designer.cs", "*.Designer.cs", "*.pb.go",
                                                              "*.pb.cc", "*.pb.h", "*_pb2.py", "*.min.js"};
  scopes.globs[static_cast<std::size_t>(Scope::Test)] = {"**/test/**", "**/tests/**", "**/__tests__/**", "*_test.*", "*.test.*",
                                                         "*.spec.*", "test_*.py", "*Test.java", "*Tests.java", "*Test.cs", "*Tests.cs"};
  scopes.globs[static_cast<std::size_t>(Scope::Example)] = {"**/example/**", "**/examples/**", "**/sample/**", "**/samples/**", "**/demo/**"};
  return scopes;
}

Scope ScopeGlobs::of(std::string_view path) const {
  for (std::size_t i = 0; !path.empty() && i < globs.size(); ++i)
    if (std::ranges::any_of(globs[i], [&](const std::string& glob) { return checklists::glob_matches(glob, path); }))
      return static_cast<Scope>(i);
  return Scope::Product;
}

}  // namespace sluice::gate
