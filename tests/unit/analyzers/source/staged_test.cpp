#include "analyzers/source/staged.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "analyzers/source/changed_lines.h"
#include "temp_tree.h"

using namespace sluice;
using namespace sluice::test;

namespace {

using Paths = std::vector<std::string>;

std::string in(const TempTree& tree, const std::string& commands) { return run("cd '" + tree.path() + "' && " + commands); }

Repository opened(const TempTree& tree) {
  auto repository = Repository::open(tree.path());
  if (!repository) FAIL(to_string(repository.error()));
  return *std::move(repository);
}

SourceTree staged(const TempTree& tree, const std::string& index_file = "") {
  Diagnostics diags;
  StagedOptions options;
  options.index_file = index_file;
  auto sources = read_staged(opened(tree), options, 2, diags);
  if (!sources) FAIL(to_string(sources.error()));
  return *std::move(sources);
}

ChangedLines changed(const TempTree& tree, const std::string& ref, ComparedWith with = ComparedWith::WorkingTree) {
  auto lines = changed_lines(opened(tree), ref, with);
  if (!lines) FAIL(to_string(lines.error()));
  return *std::move(lines);
}

}  // namespace

TEST_CASE("staged content is read from the index, not from the working tree", "[analyzers][source]") {
  TempTree tree;
  in(tree, "git init -q");
  tree.write("a.c", "staged\n");
  tree.write("sub/b.c", "first\n");
  in(tree, "git add . ");
  tree.write("a.c", "edited later\n");
  tree.write("untracked.c");
  SourceTree sources = staged(tree);  // before the first commit
  CHECK(paths(sources.discovery) == Paths{"a.c", "sub/b.c"});
  CHECK(sources.sources[sources.find("a.c")].text == "staged\n");
  in(tree, "git commit -qm 1 && git rm -q --cached sub/b.c && git add a.c");
  sources = staged(tree);
  CHECK(paths(sources.discovery) == Paths{"a.c"});
  CHECK(sources.sources[sources.find("a.c")].text == "edited later\n");
  in(tree, "git commit -qm 2");
  CHECK(staged(tree).discovery.files.empty());
}

TEST_CASE("staged files are left out by the rules of a scan", "[analyzers][source]") {
  TempTree tree;
  in(tree, "git init -q");
  tree.write(".sluiceignore", "gen/\n");
  for (const char* file : {"gen/a.c", "vendor/b.c", "c.c", "big.c"}) tree.write(file, "int a;\n");
  tree.write("big.c", std::string(6'000'000, 'x'));
  tree.link("link.c", "c.c");
  in(tree, "git add -A");
  SourceTree sources = staged(tree);
  CHECK(paths(sources.discovery) == Paths{".sluiceignore", "c.c"});
  CHECK(find(sources.discovery, "gen/a.c")->reason.place == Place{".sluiceignore", 1});
  CHECK(find(sources.discovery, "vendor/b.c")->reason.code == ReasonCode::LeftOut);
  CHECK(find(sources.discovery, "big.c")->reason.code == ReasonCode::TooLarge);
  CHECK(find(sources.discovery, "link.c")->state == FileState::Skipped);
  DiscoveryCounts counts = sources.discovery.counts();
  CHECK(counts.discovered == 6);
  CHECK(counts.discovered == counts.scanned + counts.skipped + counts.ignored);
}

TEST_CASE("the temporary index of a partial commit is the one that counts", "[analyzers][source]") {
  TempTree tree;
  in(tree, "git init -q");
  tree.write("a.c", "a\n");
  tree.write("b.c", "b\n");
  in(tree, "git add a.c && GIT_INDEX_FILE=.git/partial git add b.c");
  CHECK(paths(staged(tree).discovery) == Paths{"a.c"});
  CHECK(paths(staged(tree, ".git/partial").discovery) == Paths{"b.c"});
}

TEST_CASE("a staged header is C++ by a tracked neighbour", "[analyzers][source]") {
  TempTree tree;
  in(tree, "git init -q");
  tree.write("a.cpp", "int a;\n");
  tree.write("a.h", "int a;\n");
  tree.write("b.h", "int b;\n");
  in(tree, "git add a.cpp && git commit -qm 1 && git add .");
  SourceTree sources = staged(tree);
  CHECK(sources.sources[sources.find("a.h")].language == Language::Cpp);
  CHECK(sources.sources[sources.find("b.h")].language == Language::C);
}

TEST_CASE("a repository of another owner can be read", "[analyzers][source]") {
  if (::geteuid() != 0) {
    WARN("skipped: only root can give files away");
    return;
  }
  TempTree tree;
  in(tree, "git init -q");
  tree.write("a.c");
  in(tree, "git add . && chown -R 65534:65534 .");
  CHECK(paths(staged(tree).discovery) == Paths{"a.c"});
}

TEST_CASE("no hook, filter or text conversion of the repository runs", "[analyzers][source]") {
  TempTree tree;
  in(tree, "git init -q");
  tree.write("a.c", "one\n");
  tree.write(".gitattributes", "*.c filter=evil diff=evil\n");
  in(tree, "git add . && git commit -qm 1");
  const std::string trap = "touch " + tree / "ran" + "; cat";
  in(tree, "git config filter.evil.clean '" + trap + "' && git config filter.evil.smudge '" + trap + "' && git config diff.evil.textconv '" +
               trap + "' && git config diff.evil.command '" + trap + "' && git config core.fsmonitor '" + trap + "'");
  tree.write("a.c", "one\ntwo\n");
  CHECK(changed(tree, "HEAD").find("a.c")->lines == std::vector<LineRange>{{2, 2}});
  staged(tree);
  REQUIRE(read_provenance(opened(tree)));
  CHECK_FALSE(std::filesystem::exists(tree / "ran"));
}

TEST_CASE("changed lines are those since the merge base, staged, dirty and untracked", "[analyzers][source]") {
  TempTree tree;
  in(tree, "git init -q -b main");
  tree.write("a.c", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
  tree.write("gone.c", "x\n");
  tree.write("old.c", "a\nb\nc\nd\ne\nf\ng\nh\n");
  tree.write("same.c", "x\n");
  in(tree, "git add . && git commit -qm base && git checkout -qb topic");
  tree.write("a.c", "1\n2 changed\n3\n4\nnew\nnew\n5\n6\n8\n9\n");
  in(tree, "git mv old.c new.c && git rm -q gone.c && git commit -qam topic");
  // Main goes on meanwhile: that is none of this change's.
  in(tree, "git checkout -q main && echo y >> same.c && git commit -qam main && git checkout -q topic");
  tree.write("new.c", "a\nb\nc\nd\ne\nf\ng\nh\nadded\n");
  tree.write("fresh.c", "x\ny\n");
  ChangedLines lines = changed(tree, "main");
  CHECK(lines.base.note == "");
  CHECK(lines.base.revision + "\n" == in(tree, "git merge-base main topic"));
  CHECK(lines.files.size() == 3);
  CHECK(lines.find("a.c")->lines == std::vector<LineRange>{{2, 2}, {5, 6}});
  CHECK(lines.find("new.c")->lines == std::vector<LineRange>{{9, 9}});
  CHECK(lines.find("fresh.c")->is_whole_file);
  CHECK(lines.find("a.c")->contains(6));
  CHECK_FALSE(lines.find("a.c")->contains(7));
  CHECK(lines.find("a.c")->overlaps({3, 5}));
  // Of the index alone, neither the dirty nor the untracked.
  ChangedLines index = changed(tree, "main", ComparedWith::Index);
  CHECK(index.find("new.c")->lines.empty());
  CHECK_FALSE(index.find("fresh.c"));
}

TEST_CASE("binary files and lone CRs are changed as a whole", "[analyzers][source]") {
  using namespace std::string_literals;
  TempTree tree;
  in(tree, "git init -q");
  tree.write("bin.c", "a\0b"s);
  tree.write("mac.c", "a\rb\n");
  in(tree, "git add . && git commit -qm 1");
  tree.write("bin.c", "a\0c"s);
  tree.write("mac.c", "a\rc\n");
  ChangedLines lines = changed(tree, "HEAD");
  CHECK(lines.find("bin.c")->is_whole_file);
  CHECK(lines.find("mac.c")->is_whole_file);
}

TEST_CASE("a shallow clone says what it compares with, or what to fetch", "[analyzers][source]") {
  TempTree origin, clone;
  in(origin, "git init -q -b main && echo 1 > a.c && git add . && git commit -qm 1 && git checkout -qb topic && echo 2 >> a.c && "
             "git commit -qam 2 && git checkout -q main && echo 1 > b.c && git add . && git commit -qm 3");
  run("git clone -q --depth 1 --branch topic 'file://" + origin.path() + "' '" + clone.path() + "'");
  Repository repository = opened(clone);
  CHECK(repository.is_shallow());
  auto absent = changed_lines(repository, "origin/main", ComparedWith::WorkingTree);
  REQUIRE_FALSE(absent);
  CHECK(to_string(absent.error()).find("`origin/main` names no commit of this repository; the clone is shallow: fetch it first") !=
        std::string::npos);
  in(clone, "git fetch -q --depth=1 origin main:refs/remotes/origin/main");
  ChangedLines lines = changed(clone, "origin/main");
  CHECK(lines.base.note == "the clone is shallow and lacks the merge base; compared with `origin/main` itself");
  CHECK(lines.find("a.c")->lines == std::vector<LineRange>{{2, 2}});
}

TEST_CASE("where the files come from, without secrets", "[analyzers][source]") {
  TempTree tree;
  in(tree, "git init -q -b main");
  CHECK(*read_provenance(opened(tree)) == Provenance{});
  tree.write("a.c");
  in(tree, "git remote add origin https://user:token@example.com/org/repo.git && git add . && git commit -qm 1");
  auto provenance = read_provenance(opened(tree));
  REQUIRE(provenance);
  CHECK(provenance->remote_url == "https://example.com/org/repo.git");
  CHECK(provenance->branch == "main");
  CHECK(provenance->revision + "\n" == in(tree, "git rev-parse HEAD"));
  CHECK_FALSE(provenance->is_dirty);
  tree.write("a.c", "changed\n");
  in(tree, "git checkout -q --detach");
  provenance = read_provenance(opened(tree));
  CHECK(provenance->branch == "");
  CHECK(provenance->is_dirty);
}

TEST_CASE("URLs lose what is nobody's business", "[analyzers][source]") {
  CHECK(public_url("https://example.com/a.git") == "https://example.com/a.git");
  CHECK(public_url("https://x-access-token:ghs_1@example.com/a.git?token=1#f") == "https://example.com/a.git");
  CHECK(public_url("https://user:pa/ss@example.com/a.git") == "https://example.com/a.git");
  CHECK(public_url("git@example.com:org/a.git") == "ssh://example.com/org/a.git");
  CHECK(public_url("ssh://git@example.com:22/org/a.git") == "ssh://example.com:22/org/a.git");
  CHECK(public_url("/home/someone/a.git") == "");
  CHECK(public_url("../a.git") == "");
  CHECK(public_url("file:///home/someone/a.git") == "");
  CHECK(public_url("C:\\repos\\a") == "");
  CHECK(public_url("") == "");
}

TEST_CASE("no repository is an error that says so", "[analyzers][source]") {
  TempTree tree;
  auto repository = Repository::open(tree.path());
  REQUIRE_FALSE(repository);
  CHECK(repository.error().list.front().code == "git-no-repository");
}
