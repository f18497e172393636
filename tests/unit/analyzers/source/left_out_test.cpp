#include "analyzers/source/left_out.h"

#include <catch2/catch.hpp>

#include "temp_tree.h"

using namespace sluice;
using namespace sluice::test;

namespace {
const Surroundings kNothingAround{[](std::string_view) { return false; }, [](std::string_view) { return false; }};
}

TEST_CASE("vendored and generated things are known by name", "[analyzers][source]") {
  for (const char* folder : {"node_modules", "vendor", "third_party", "bower_components", "dist", ".git", ".svn", "__pycache__", ".venv"}) {
    INFO(folder);
    CHECK(find_left_out(LeftOutKind::Folder, folder, kNothingAround));
  }
  for (const char* file : {"jquery.min.js", "Form1.Designer.cs", "form1.designer.cs", "api_pb2.py", "api.pb.go", "api.pb.h", "app.js.map"}) {
    INFO(file);
    CHECK(find_left_out(LeftOutKind::File, file, kNothingAround));
  }
  for (const char* name : {"src", "bin", "obj", "target", "packages", "build", "lib", "Vendor"}) {
    INFO(name);
    CHECK_FALSE(find_left_out(LeftOutKind::Folder, name, kNothingAround));
  }
  CHECK_FALSE(find_left_out(LeftOutKind::File, "node_modules", kNothingAround));
  CHECK_FALSE(find_left_out(LeftOutKind::File, "admin.js", kNothingAround));
}

TEST_CASE("every row says why", "[analyzers][source]") {
  for (const LeftOutRule& rule : left_out_rules()) {
    INFO(rule.name);
    CHECK_FALSE(rule.reason.empty());
    CHECK_FALSE(rule.name.empty());
  }
}

TEST_CASE("build output is told by what lies beside it", "[analyzers][source]") {
  TempTree tree;
  for (const char* file : {"net/A.csproj", "net/bin/a.cs", "net/obj/b.cs", "scripts/bin/run.py", "maven/pom.xml", "maven/target/A.java",
                           "rust/Cargo.toml", "rust/target/a.rs", "archery/target/a.py", "nuget/a.sln", "nuget/packages/a.cs",
                           "mono/package.json", "mono/packages/a/a.js", "py/env/pyvenv.cfg", "py/env/lib/a.py", "web/package.json",
                           "web/build/a.js", "tools/build/a.py", "out/CMakeCache.txt", "out/a.c"})
    tree.write(file);
  Discovery discovery = discover_all({tree.path()});
  CHECK(paths(discovery) == std::vector<std::string>{"archery/target/a.py", "maven/pom.xml", "mono/package.json", "mono/packages/a/a.js",
                                                     "net/A.csproj", "nuget/a.sln", "rust/Cargo.toml", "scripts/bin/run.py",
                                                     "tools/build/a.py", "web/package.json"});
  CHECK(paths(discovery, FileState::Ignored) ==
        std::vector<std::string>{"maven/target/", "net/bin/", "net/obj/", "nuget/packages/", "out/", "py/env/", "rust/target/", "web/build/"});
  CHECK(discovery.counts().folders_ignored == 8);
  CHECK(discovery.reasons() == std::map<ReasonCode, std::uint32_t>{{ReasonCode::LeftOut, 8}});
}

TEST_CASE("an option takes the vendored and the generated in, data of git never", "[analyzers][source]") {
  TempTree tree;
  for (const char* file : {"vendor/a.c", "a.min.js", ".git/hooks/a.sh", "b.c"}) tree.write(file);
  DiscoveryOptions options;
  CHECK(paths(discover_all({tree.path()}, options)) == std::vector<std::string>{"b.c"});
  options.leave_out_vendored = false;
  CHECK(paths(discover_all({tree.path()}, options)) == std::vector<std::string>{"b.c", "vendor/a.c"});
  options.leave_out_generated = false;
  CHECK(paths(discover_all({tree.path()}, options)) == std::vector<std::string>{"a.min.js", "b.c", "vendor/a.c"});
}

TEST_CASE("an ignore file of ours lifts the built-in list, git's does not", "[analyzers][source]") {
  TempTree tree;
  for (const char* file : {"vendor/a.c", "dist/b.c"}) tree.write(file);
  tree.write(".gitignore", "!dist/\n");
  tree.write(".sluiceignore", "!vendor/\n");
  Discovery discovery = discover_all({tree.path()});
  CHECK(find(discovery, "vendor/a.c"));
  CHECK(find(discovery, "dist/")->reason.code == ReasonCode::LeftOut);
}
