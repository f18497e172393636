#include "analyzers/source/ignore_file.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "temp_tree.h"

using namespace sluice;
using namespace sluice::test;

TEST_CASE("a glob that explodes elsewhere takes no time", "[analyzers][source]") {
  std::string pattern, path(2000, 'a');
  for (int i = 0; i < 60; ++i) pattern += "*a**";
  auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(Glob(pattern + "b").matches(path));
  CHECK_FALSE(Glob("**/*a/**/*a/**/*a/**/*a/**/b").matches(path + "/" + path));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

TEST_CASE("globs of options match names at any depth and whole folders", "[analyzers][source]") {
  GlobList globs({"*.py", "tests/", "/docs", "src/gen"});
  CHECK(*globs.find("a.py") == "*.py");
  CHECK(*globs.find("x/y/a.py") == "*.py");
  CHECK(*globs.find("x/tests/a.c") == "tests/");
  CHECK(*globs.find("docs/a.c") == "/docs");
  CHECK_FALSE(globs.find("x/docs/a.c"));
  CHECK(*globs.find("lib/src/gen/deep/a.c") == "src/gen");
  CHECK_FALSE(globs.find("a.pyc"));
  CHECK_FALSE(globs.find("tests"));
}

TEST_CASE("the deciding pattern is named with its line", "[analyzers][source]") {
  Diagnostics diags;
  IgnoreFile file = IgnoreFile::parse(".gitignore", "# first\n*.log\n\n!keep.log\n/out/\n", diags);
  const IgnorePattern* pattern = file.find("a/b.log", false);
  REQUIRE(pattern);
  CHECK(pattern->place == Place{".gitignore", 2});
  CHECK(pattern->text == "*.log");
  CHECK(file.find("keep.log", false)->takes_back);
  CHECK(file.find("out", true)->place.line == 5);
  CHECK_FALSE(file.find("out", false));
  CHECK_FALSE(file.find("a/out", true));
}

TEST_CASE(".semgrepignore may include a file of its folder, and nothing else", "[analyzers][source]") {
  TempTree tree;
  tree.write(".semgrepignore", ":include other\n:include ../outside\n:include absent\n*.b\n");
  tree.write("other", "*.a\n");
  for (const char* file : {"x.a", "x.b", "x.c"}) tree.write(file);
  Diagnostics diags;
  auto discovery = discover({tree.path()}, {}, diags, "/");
  REQUIRE(discovery);
  CHECK(find(*discovery, "x.a")->reason.place == Place{"other", 1});
  CHECK(find(*discovery, "x.b")->reason.place == Place{".semgrepignore", 4});
  CHECK(find(*discovery, "x.c")->state == FileState::Scanned);
  REQUIRE(diags.list().size() == 2);
  CHECK(diags.list()[0].place == Place{".semgrepignore", 2});
  CHECK(diags.list()[1].place == Place{".semgrepignore", 3});
}

TEST_CASE("of one folder our ignore file has the last word, a deeper folder outranks both", "[analyzers][source]") {
  TempTree tree;
  tree.write(".gitignore", "*.gen\nsub/*.c\n");
  tree.write(".sluiceignore", "!keep.gen\n");
  tree.write("sub/.gitignore", "!b.c\n");
  for (const char* file : {"keep.gen", "lose.gen", "sub/a.c", "sub/b.c"}) tree.write(file);
  Discovery discovery = discover_all({tree.path()});
  CHECK(find(discovery, "keep.gen")->state == FileState::Scanned);
  CHECK(find(discovery, "lose.gen")->reason.place == Place{".gitignore", 1});
  CHECK(find(discovery, "sub/a.c")->reason.place == Place{".gitignore", 2});
  CHECK(find(discovery, "sub/b.c")->state == FileState::Scanned);
}

TEST_CASE("an ignore file of too many patterns is cut, and that is said", "[analyzers][source]") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "f" + std::to_string(i) + "\n";
  Diagnostics diags;
  CHECK(IgnoreFile::parse(".gitignore", text, diags).find("f9999", false));
  CHECK(diags.list().empty());
  CHECK_FALSE(IgnoreFile::parse(".gitignore", text + "last\n", diags).find("last", false));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].place == Place{".gitignore", 10'001});
}

TEST_CASE("an ignore file that is a link or too large is not read, and that is said", "[analyzers][source]") {
  TempTree tree, elsewhere;
  elsewhere.write("patterns", "*.c\n");
  tree.link(".gitignore", elsewhere / "patterns");
  tree.write(".sluiceignore", std::string(2'000'000, '#'));
  tree.write("a.c");
  Diagnostics diags;
  auto discovery = discover({tree.path()}, {}, diags, "/");
  REQUIRE(discovery);
  CHECK(find(*discovery, "a.c")->state == FileState::Scanned);
  REQUIRE(diags.list().size() == 2);
  CHECK(diags.list()[0].place.file == ".gitignore");
  CHECK(diags.list()[1].place.file == ".sluiceignore");
}
