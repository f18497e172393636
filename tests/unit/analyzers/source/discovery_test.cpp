#include "analyzers/source/discovery.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "analyzers/source/explain.h"
#include "analyzers/source/reader.h"
#include "temp_tree.h"

using namespace sluice;
using namespace sluice::test;

namespace {

using Paths = std::vector<std::string>;

SourceTree read_all(const std::vector<std::string>& arguments, const DiscoveryOptions& options = {}, unsigned jobs = 1) {
  Diagnostics diags;
  auto tree = read_tree(arguments, options, jobs, diags, "/");
  if (!tree) FAIL(to_string(tree.error()));
  return *std::move(tree);
}

// Acts as a user who may not read everything: the tests often run as root.
class AsNobody {
 public:
  AsNobody() : was_root_(::geteuid() == 0) {
    if (was_root_) REQUIRE(::seteuid(65534) == 0);
  }
  ~AsNobody() {
    if (was_root_ && ::seteuid(0) != 0) std::abort();
  }

 private:
  bool was_root_;
};

void check_sum(const Discovery& discovery) {
  DiscoveryCounts counts = discovery.counts();
  CHECK(counts.discovered == counts.scanned + counts.skipped + counts.ignored);
}

}  // namespace

TEST_CASE("files come in the order of their bytes", "[analyzers][source]") {
  TempTree tree;
  for (const char* file : {"b/a.c", "a.c", "b.c", "B.c", "a/z.c", "a-b/c.c"}) tree.write(file);
  CHECK(paths(discover_all({tree.path()})) == Paths{"B.c", "a-b/c.c", "a.c", "a/z.c", "b.c", "b/a.c"});
}

TEST_CASE("the same files by every way to name them", "[analyzers][source]") {
  TempTree tree;
  for (const char* file : {"src/a.c", "src/skip.c", "src/gen/b.c", "vendor/c.c", "d.c"}) tree.write(file);
  tree.write(".gitignore", "skip.c\n");
  tree.write("src/.gitignore", "/gen/\n");
  const std::string root = tree.path();
  const Paths named = {root + "/src/a.c", root + "/src/skip.c", root + "/src/gen/b.c", root + "/vendor/c.c", root + "/d.c"};
  for (bool has_git : {false, true}) {
    if (has_git) tree.folder(".git");
    INFO("with .git: " << has_git);
    const Paths expected = {"d.c", "src/a.c"};
    auto scanned = [&](const Paths& arguments, const std::string& current) {
      Paths out;
      for (const std::string& path : paths(discover_all(arguments, {}, current)))
        if (path.ends_with(".c")) out.push_back(path);
      return out;
    };
    CHECK(scanned({"."}, root) == expected);
    CHECK(scanned({root}, "/") == expected);
    CHECK(scanned({".."}, root + "/src") == expected);
    CHECK(scanned({"src", "d.c"}, root) == expected);
    CHECK(scanned(named, "/") == expected);
    CHECK(scanned(named, root + "/src") == expected);
    CHECK(scanned({"a.c", "skip.c", "gen/b.c", "../d.c", "../vendor/c.c"}, root + "/src") == expected);
    CHECK(scanned({root + "/src/../src//./a.c", root + "/d.c", root}, "/") == expected);
  }
}

TEST_CASE("a named file that is left out says so, unless it is asked for", "[analyzers][source]") {
  TempTree tree;
  tree.write(".gitignore", "build/\n");
  tree.write("build/deep/a.c");
  tree.write("build/b.c");
  Discovery discovery = discover_all({tree / "build/deep/a.c"});
  const DiscoveredFile* file = find(discovery, "build/deep/a.c");
  REQUIRE(file);
  CHECK(file->state == FileState::Ignored);
  CHECK(file->is_argument);
  CHECK(file->reason.code == ReasonCode::IgnoreFile);
  CHECK(file->reason.place == Place{".gitignore", 1});
  CHECK(file->reason.folder == "build/");
  CHECK(to_string(file->reason) == "ignored: .gitignore:1 `build/` (the folder build/ is left out as a whole)");
  DiscoveryOptions options;
  options.ask_for_arguments = false;
  CHECK(paths(discover_all({tree / "build/deep/a.c"}, options)) == Paths{"build/deep/a.c"});
  CHECK(paths(discover_all({tree / "build"}, options)) == Paths{"build/b.c", "build/deep/a.c"});
}

TEST_CASE("what does not exist is an error, each one", "[analyzers][source]") {
  TempTree tree;
  tree.write("a.c");
  Diagnostics diags;
  auto discovery = discover({tree / "a.c", tree / "no.c", tree / "nor/this.c"}, {}, diags, "/");
  REQUIRE_FALSE(discovery);
  REQUIRE(discovery.error().list.size() == 2);
  CHECK(discovery.error().list[0].place.file == tree / "no.c");
  CHECK_FALSE(discover({}, {}, diags, "/"));
  CHECK_FALSE(discover({""}, {}, diags, "/"));
}

TEST_CASE("include, exclude and languages", "[analyzers][source]") {
  TempTree tree;
  for (const char* file : {"a.c", "a.py", "tests/b.py", "run"}) tree.write(file);
  tree.write("run", "#!/usr/bin/python3\n");
  DiscoveryOptions options;
  options.include = {"*.py"};
  options.exclude = {"tests"};
  Discovery discovery = discover_all({tree.path()}, options);
  CHECK(paths(discovery) == Paths{"a.py"});
  CHECK(find(discovery, "tests/")->reason.pattern == "tests");
  CHECK(find(discovery, "a.c")->reason.code == ReasonCode::NotIncluded);
  options = {};
  options.languages = {Language::Python};
  SourceTree sources = read_all({tree.path()}, options);
  CHECK(paths(sources.discovery) == Paths{"a.py", "run", "tests/b.py"});
  CHECK(find(sources.discovery, "a.c")->reason.code == ReasonCode::OtherLanguage);
  check_sum(sources.discovery);
  options = {};
  options.language_of_extension = {{"py", Language::Text}};
  CHECK(read_all({tree / "a.py"}, options).sources.all().front().language == Language::Text);
}

TEST_CASE("links are followed inside the root only, and each file once", "[analyzers][source]") {
  TempTree tree, elsewhere;
  elsewhere.write("secret.c");
  tree.folder(".git");
  tree.write("src/a.c");
  tree.write("lib/b.c");
  tree.write("vendor/v.c");
  tree.link("src/out.c", elsewhere / "secret.c");
  tree.link("src/outdir", elsewhere.path());
  tree.link("src/loop", "..");
  tree.link("src/self", "self");
  tree.link("src/broken.c", "nowhere");
  tree.link("src/libs", "../lib");
  tree.link("src/same.c", "a.c");
  tree.link("src/vendored.c", "../vendor/v.c");
  Discovery discovery = discover_all({tree.path()});
  CHECK(paths(discovery) == Paths{"lib/b.c", "src/a.c"});
  CHECK(paths(discovery, FileState::Skipped) == Paths{"src/broken.c", "src/out.c", "src/outdir", "src/self"});
  CHECK(find(discovery, "src/out.c")->reason.code == ReasonCode::LinkOutside);
  CHECK(find(discovery, "src/loop")->reason.code == ReasonCode::LinkFollowed);
  CHECK(find(discovery, "vendor/v.c")->state == FileState::Ignored);
  check_sum(discovery);
  // What lies beside the named folder is reached by a link, under its own name.
  CHECK(paths(discover_all({tree / "src"})) == paths(discovery));
}

TEST_CASE("a link in a project does not lead out when it is named either", "[analyzers][source]") {
  TempTree tree, elsewhere;
  elsewhere.write("secret/key.c");
  elsewhere.folder(".git");
  tree.link("src", elsewhere / "secret");
  tree.link("repo", elsewhere.path());
  tree.write("real/a.c");
  tree.link("inside", "real");
  SECTION("marked by .git") { tree.folder(".git"); }
  SECTION("marked by an ignore file") { tree.write(".gitignore", "x\n"); }
  SECTION("the current folder") {}
  for (const char* argument : {"src", "src/key.c", "repo", "repo/secret/key.c", "src/"}) {
    INFO(argument);
    Discovery discovery = discover_all({argument}, {}, tree.path());
    CHECK(paths(discovery).empty());
    CHECK(paths(discovery, FileState::Skipped).size() == 1);
    CHECK(discovery.files.front().reason.code == ReasonCode::LinkOutside);
  }
  CHECK(paths(discover_all({"inside/a.c"}, {}, tree.path())) == Paths{"real/a.c"});
}

TEST_CASE("links on the way to a project are the user's own", "[analyzers][source]") {
  TempTree tree, elsewhere;
  tree.write("project/a.c");
  tree.folder("project/.git");
  elsewhere.link("shortcut", tree / "project");
  CHECK(paths(discover_all({elsewhere / "shortcut"})) == Paths{"a.c"});
  CHECK(paths(discover_all({elsewhere / "shortcut/a.c"})) == Paths{"a.c"});
}

TEST_CASE("named pipes and sockets are not opened", "[analyzers][source]") {
  TempTree tree;
  tree.write("a.c");
  REQUIRE(::mkfifo((tree / "pipe.c").c_str(), 0600) == 0);
  for (const Paths& arguments : {Paths{tree.path()}, Paths{tree / "pipe.c", tree / "a.c"}}) {
    SourceTree sources = read_all(arguments);
    CHECK(paths(sources.discovery) == Paths{"a.c"});
    CHECK(find(sources.discovery, "pipe.c")->reason.code == ReasonCode::NotAFile);
    check_sum(sources.discovery);
  }
}

TEST_CASE("what may not be read is skipped and said", "[analyzers][source]") {
  TempTree tree;
  tree.write("a.c");
  tree.write("locked.c");
  tree.write("closed/b.c");
  ::chmod(tree.path().c_str(), 0755);
  ::chmod((tree / "locked.c").c_str(), 0);
  ::chmod((tree / "closed").c_str(), 0);
  SourceTree sources = [&] {
    AsNobody nobody;
    return read_all({tree.path()}, {}, 3);
  }();
  CHECK(paths(sources.discovery) == Paths{"a.c"});
  CHECK(find(sources.discovery, "locked.c")->reason.code == ReasonCode::Unreadable);
  CHECK(find(sources.discovery, "locked.c")->reason.detail == "Permission denied");
  CHECK(find(sources.discovery, "closed/")->reason.code == ReasonCode::Unreadable);
  CHECK(sources.discovery.counts().folders_skipped == 1);
  check_sum(sources.discovery);
  ::chmod((tree / "closed").c_str(), 0755);
}

TEST_CASE("a tree of another owner is scanned the same", "[analyzers][source]") {
  if (::geteuid() != 0) {
    WARN("skipped: only root can give files away");
    return;
  }
  TempTree tree;
  run("git init -q '" + tree.path() + "'");
  tree.write("a.c");
  tree.write("b.o");
  tree.write(".gitignore", "*.o\n");
  run("chown -R 65534:65534 '" + tree.path() + "'");
  CHECK(paths(discover_all({tree.path()})) == Paths{".gitignore", "a.c"});
}

TEST_CASE("strange names are names", "[analyzers][source]") {
  TempTree tree;
  const Paths names = {"a\nb.c", "\x1b[31m.c", "sp ace.c", "\xff\xfe.c", "-rf.c", "\xE2\x80\xAE.c", "*.c", "a\\b.c"};
  for (const std::string& name : names) tree.write(name, "int a;\n");
  SourceTree sources = read_all({tree.path()});
  CHECK(sources.sources.size() == names.size());
  for (const std::string& name : names) CHECK(sources.find(name).valid());
}

TEST_CASE("a very deep tree ends at a bound that is told", "[analyzers][source]") {
  TempTree tree;
  tree.write("top.c");
  // Deeper than a path can be written.
  int folder = ::open(tree.path().c_str(), O_RDONLY | O_DIRECTORY);
  for (int i = 0; i < 3000; ++i) {
    REQUIRE(::mkdirat(folder, "d", 0755) == 0);
    int next = ::openat(folder, "d", O_RDONLY | O_DIRECTORY);
    ::close(folder);
    folder = next;
  }
  ::close(folder);
  Discovery discovery = discover_all({tree.path()});
  CHECK(paths(discovery) == Paths{"top.c"});
  Paths skipped = paths(discovery, FileState::Skipped);
  REQUIRE(skipped.size() == 1);
  CHECK(find(discovery, skipped.front())->reason.code == ReasonCode::TooDeep);
  CHECK(skipped.front().size() == 2 * 101);
  run("rm -rf '" + tree / "d" + "'");
}

TEST_CASE("reading moves files to their state, and the sum holds", "[analyzers][source]") {
  using namespace std::string_literals;
  TempTree tree;
  tree.write("empty.c", "");
  tree.write("huge.c", std::string(200, 'x'));
  tree.write("image.c", "a\0b"s);
  tree.write("gen.cs", "// <auto-generated/>\nclass A {}\n");
  tree.write("latin.c", "// \xE9\n");
  tree.write("wide.cs", "\xFF\xFE" "a\0;\0"s);
  DiscoveryOptions options;
  options.max_file_bytes = 100;
  SourceTree sources = read_all({tree.path()}, options);
  CHECK(paths(sources.discovery) == Paths{"empty.c", "latin.c", "wide.cs"});
  CHECK(sources.sources.size() == sources.discovery.counts().scanned);
  CHECK(sources.sources[sources.find("wide.cs")].text == "a;");
  CHECK(find(sources.discovery, "huge.c")->reason.code == ReasonCode::TooLarge);
  CHECK(find(sources.discovery, "huge.c")->reason.detail == "200 bytes, the limit is 100");
  CHECK(find(sources.discovery, "image.c")->reason.code == ReasonCode::Binary);
  CHECK(find(sources.discovery, "gen.cs")->state == FileState::Ignored);
  CHECK(sources.discovery.counts().discovered == 6);
  check_sum(sources.discovery);
}

TEST_CASE("one thread and many read the same", "[analyzers][source]") {
  TempTree tree;
  for (int i = 0; i < 200; ++i) tree.write("d" + std::to_string(i % 7) + "/f" + std::to_string(i) + (i % 3 ? ".h" : ".cpp"), "#include \"f1.h\"\n");
  SourceTree one = read_all({tree.path()}, {}, 1);
  for (unsigned jobs : {2u, 8u, 32u}) {
    SourceTree many = read_all({tree.path()}, {}, jobs);
    REQUIRE(many.sources.size() == one.sources.size());
    for (std::uint32_t i = 0; i < one.sources.size(); ++i) {
      const Source &a = one.sources.all()[i], &b = many.sources.all()[i];
      CHECK(a.path == b.path);
      CHECK(a.language == b.language);
      CHECK(a.language_reason == b.language_reason);
    }
  }
}

TEST_CASE("a header is C++ by its text, its neighbour or who includes it", "[analyzers][source]") {
  TempTree tree;
  tree.write("inc/text.h", "class A;\n");
  tree.write("src/pair.h", "int p;\n");
  tree.write("src/pair.cpp", "#include \"used.h\"\n#include <api/direct.h>\n");
  tree.write("src/used.h", "#include \"deep.h\"\n");
  tree.write("src/deep.h", "int d;\n");
  tree.write("include/api/direct.h", "int i;\n");
  tree.write("other/used.h", "int o;\n");
  tree.write("src/plain.h", "int c;\n");
  tree.write("src/plain.c", "#include \"plain.h\"\n");
  SourceTree tree_sources = read_all({tree.path()});
  auto language = [&](const char* path) { return tree_sources.sources[tree_sources.find(path)].language; };
  auto reason = [&](const char* path) { return tree_sources.sources[tree_sources.find(path)].language_reason; };
  CHECK(reason("inc/text.h") == "extension .h; `class` at line 1");
  CHECK(reason("src/pair.h") == "extension .h; beside src/pair.cpp");
  CHECK(reason("src/used.h") == "extension .h; included by src/pair.cpp");
  CHECK(reason("src/deep.h") == "extension .h; included by src/used.h");
  CHECK(reason("include/api/direct.h") == "extension .h; included by src/pair.cpp");
  CHECK(language("src/plain.h") == Language::C);
  CHECK(language("other/used.h") == Language::C);  // the one beside the includer is meant
  // --languages asks after the headers are decided.
  DiscoveryOptions options;
  options.languages = {Language::C};
  CHECK(paths(read_all({tree.path()}, options).discovery) == Paths{"other/used.h", "src/plain.c", "src/plain.h"});
}

TEST_CASE("a nested repository starts anew", "[analyzers][source]") {
  TempTree tree;
  tree.folder(".git");
  tree.write(".gitignore", "*.c\n");
  tree.write("sub/.git", "gitdir: ../elsewhere\n");
  tree.write("sub/a.c");
  tree.write("b.c");
  CHECK(paths(discover_all({tree.path()})) == Paths{".gitignore", "sub/a.c"});
  CHECK(paths(discover_all({tree / "sub/a.c"})) == Paths{"a.c"});
}

TEST_CASE("why: what decides about a path", "[analyzers][source]") {
  TempTree tree;
  tree.folder(".git");
  tree.write(".gitignore", "# x\n*.o\n");
  tree.write("a.o");
  tree.write("src/a.cpp", "#include \"a.h\"\n#include \"c.h\"\n");
  tree.write("inc/c.h", "int c;\n");
  tree.write("node_modules/m/a.js");
  Diagnostics diags;
  auto lines = [&](const std::string& path) {
    auto explanation = explain(tree / path, {}, diags, "/");
    REQUIRE(explanation);
    return explanation->lines;
  };
  CHECK(lines("a.o") == Paths{"a.o: not scanned, ignored: .gitignore:2 `*.o`"});
  CHECK(lines("node_modules/m/a.js") == Paths{"node_modules/m/a.js: not scanned, ignored: left-out `node_modules`: packages installed by npm "
                                              "(the folder node_modules/ is left out as a whole)"});
  CHECK(lines("inc/c.h") == Paths{"inc/c.h: scanned", "  language: C++ (extension .h; included by src/a.cpp)", "  encoding: utf-8",
                                  "  size: 7 bytes of text, 1 line"});
  CHECK(lines("src").front() == "src: a folder");
  CHECK(explain(tree / "src", {}, diags, "/")->is_scanned);
  CHECK_FALSE(explain(tree / "a.o", {}, diags, "/")->is_scanned);
  CHECK_FALSE(explain(tree / "absent", {}, diags, "/"));
}
