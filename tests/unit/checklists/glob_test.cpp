#include "checklists/glob.h"

#include <catch2/catch.hpp>

using sluice::checklists::glob_matches;

TEST_CASE("globs match as the header says", "[checklists]") {
  // Without a `/`: the name, in any folder.
  CHECK(glob_matches("Dockerfile", "Dockerfile"));
  CHECK(glob_matches("Dockerfile", "a/b/Dockerfile"));
  CHECK(glob_matches("*.csproj", "src/App.csproj"));
  CHECK_FALSE(glob_matches("*.csproj", "src/App.csproj.user"));
  CHECK_FALSE(glob_matches("Dockerfile", "a/Dockerfile.dev"));
  // With a `/`: the whole path.
  CHECK(glob_matches(".github/workflows/*.yml", ".github/workflows/ci.yml"));
  CHECK_FALSE(glob_matches(".github/workflows/*.yml", ".github/workflows/a/ci.yml"));
  CHECK_FALSE(glob_matches(".github/workflows/*.yml", "x/.github/workflows/ci.yml"));
  // `**` crosses folders; `**/` may be nothing.
  CHECK(glob_matches("**/action.yml", "action.yml"));
  CHECK(glob_matches("**/action.yml", "a/b/action.yml"));
  CHECK_FALSE(glob_matches("**/action.yml", "a/my-action.yml"));
  CHECK(glob_matches("**/node_modules/**", "web/node_modules/x/y.js"));
  CHECK(glob_matches("**/node_modules/**", "node_modules/"));
  CHECK(glob_matches("a/**", "a/b/c"));
  CHECK(glob_matches("a/**/c", "a/c"));
  CHECK(glob_matches("a?c", "abc"));
  CHECK_FALSE(glob_matches("a/?/c", "a/bb/c"));
}

TEST_CASE("no glob is slow", "[checklists]") {
  std::string pattern, path(20'000, 'a');
  for (int i = 0; i < 200; ++i) pattern += "*a**/";
  CHECK_FALSE(glob_matches(pattern + "b", path));
}
