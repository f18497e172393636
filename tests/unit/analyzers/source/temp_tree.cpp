#include "temp_tree.h"

#include <catch2/catch.hpp>
#include <cstdio>

namespace sluice::test {

Discovery discover_all(const std::vector<std::string>& arguments, const DiscoveryOptions& options, const std::string& current) {
  Diagnostics diags;
  auto discovery = discover(arguments, options, diags, current);
  if (!discovery) FAIL(to_string(discovery.error()));
  return *std::move(discovery);
}

std::string run(const std::string& command) {
  std::string clean = "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C HOME=/nonexistent; "
                      "export GIT_AUTHOR_NAME=T GIT_AUTHOR_EMAIL=t@example.com GIT_COMMITTER_NAME=T GIT_COMMITTER_EMAIL=t@example.com; "
                      "unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE; ";
  FILE* pipe = ::popen((clean + command).c_str(), "r");
  REQUIRE(pipe);
  std::string out;
  char buffer[4096];
  while (std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, count);
  INFO(command);
  REQUIRE(::pclose(pipe) == 0);
  return out;
}

}  // namespace sluice::test
