// tests/unit/analyzers/clang/session_of.h - sources and sessions for tests of the libclang module.
#pragma once
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "analyzers/clang/session.h"
#include "analyzers/source/reader.h"

namespace sluice::test {

// Path → text. Sorted by path, as a scan's.
inline SourceSet sources_of(const std::map<std::string, std::string>& files) {
  SourceSet::Builder builder;
  for (const auto& [path, text] : files) {
    auto read = make_source(path, text, {});
    REQUIRE(read);
    builder.add(std::move(read->source));
  }
  return std::move(builder).build();
}

// Null, with a warning, on a machine that has no libclang.
inline std::unique_ptr<clang::Session> session_of(const SourceSet& sources, const std::string& root, Diagnostics& diags, const std::string& database = {}) {
  auto session = clang::Session::open(sources, {.root = root, .compile_commands = database, .module_folder = std::filesystem::path(SLUICE_BINARY).parent_path().string()}, diags);
  if (!session) WARN("skipped: " << (diags.list().empty() ? "no session" : diags.list().front().message));
  return session;
}

}  // namespace sluice::test
