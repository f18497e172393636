// Ignore files mean what they mean to git: git is asked about generated trees.
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "base/text.h"
#include "temp_tree.h"

using namespace sluice;
using namespace sluice::test;

namespace {

const std::vector<std::string> kNames = {"a",  "b",   "ab", "abc", "a.c", "b.c", "A",  "a b", "a ",   "*",      "[a]",
                                         "#x", "!y",  "\\z", "-",  "]",   "^",   "foo", "bar", "foobar", "\xC3\xA9", "a\\b"};
const std::vector<std::string> kPieces = {
    "a",   "b",    "ab",   "abc",   "a.c", "*",   "?",    "**",      "***",          "[ab]",        "[!a]",    "[^b]", "[a-c]",    "[]a]",
    "[a",  "[",    "]",    "\\a",   "\\*", "\\[", "\\#",  "\\!",     "[[:alpha:]]",  "[[:digit:]]", "[[:no:]]", "[[:a]", "[a-]", "[--b]",
    "*.c", "foo",  "bar",  "foo*",  "f**", "a b", "\\ ",  " ",       "é", "[\\]]",        "[a\\-c]",     "-",       "\\",   ".",        "#x",
    "!y",  "\\z", "\\\\z", "**b", "a**", "[!]a]", "[*]",     "[/]",          "x[/]y",       "\\/",  "[z-a]"};

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  const std::string& pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

  std::string path() {
    std::string out = pick(kNames);
    while (one_in(2) && out.size() < 30) out += "/" + pick(kNames);
    return out;
  }

  std::string pattern() {
    if (one_in(20)) return "";
    if (one_in(20)) return "# comment";
    std::string out;
    if (one_in(5)) out += "!";
    if (one_in(4)) out += "/";
    if (one_in(6)) out += "**/";
    for (std::size_t parts = 1 + below(3); parts > 0; --parts) {
      for (std::size_t pieces = 1 + below(2); pieces > 0; --pieces) out += one_in(2) ? pick(kNames) : pick(kPieces);
      if (parts > 1) out += "/";
    }
    if (one_in(4)) out += "/";
    if (one_in(12)) out += "/**";
    if (one_in(8)) out += one_in(2) ? "  " : "\\ ";
    if (one_in(15)) out += "\r";
    if (one_in(25)) out += "\t";
    return out;
  }

  std::string ignore_file() {
    std::string out = one_in(10) ? "\xEF\xBB\xBF" : "";
    for (std::size_t lines = 1 + below(8); lines > 0; --lines) out += pattern() + "\n";
    if (one_in(4)) out.pop_back();
    return out;
  }

 private:
  std::mt19937 random_;
};

void try_write(const TempTree& tree, const std::string& name, const std::string& bytes) {
  // A name may be taken by a file where a folder is wanted, and the other way round: then there is one less.
  try {
    if (!std::filesystem::exists(tree / name)) tree.write(name, bytes);
  } catch (const std::filesystem::filesystem_error&) {
  }
}

void clear(const TempTree& tree) {
  for (const auto& entry : std::filesystem::directory_iterator(tree.path()))
    if (entry.path().filename() != ".git") std::filesystem::remove_all(entry.path());
}

std::string grow(const TempTree& tree, Generator& generator) {
  std::string story;
  auto add = [&](const std::string& name) {
    std::string text = generator.ignore_file();
    tree.write(name, text);
    story += name + ":\n" + escape_terminal(text) + "\n---\n";
  };
  for (int i = 0; i < 40; ++i) try_write(tree, generator.path(), "x");
  add(".gitignore");
  add(".git/info/exclude");
  for (const auto& entry : std::filesystem::directory_iterator(tree.path())) {
    std::string name = entry.path().filename().string();
    if (entry.is_directory() && name != ".git" && generator.one_in(3)) add(name + "/.gitignore");
  }
  return story;
}

std::set<std::string> listed(const std::string& output) {
  std::set<std::string> out;
  for (std::string_view path : split(output, '\0'))
    if (!path.empty()) out.emplace(path);
  return out;
}

std::set<std::string> not_ignored_by_sluice(const TempTree& tree, bool use_gitignore = true) {
  DiscoveryOptions options;
  options.use_gitignore = use_gitignore;
  options.use_tool_ignores = false;
  options.leave_out_vendored = options.leave_out_generated = false;
  std::set<std::string> out;
  for (const std::string& path : paths(discover_all({tree.path()}, options))) out.insert(path);
  return out;
}

}  // namespace

TEST_CASE("git and Sluice leave out the same files of generated trees", "[analyzers][source]") {
  TempTree tree;
  run("git init -q '" + tree.path() + "'");
  const std::string list = "cd '" + tree.path() + "' && git -c core.excludesFile=/dev/null -c core.precomposeUnicode=false ls-files -z -o --exclude-standard";
  std::size_t kept = 0, ignored = 0;
  for (std::uint32_t seed = 1; seed <= 250; ++seed) {
    Generator generator(seed);
    clear(tree);
    std::string story = grow(tree, generator);
    INFO("seed " << seed << "\n" << story);
    std::set<std::string> expected = listed(run(list));
    kept += expected.size();
    ignored += not_ignored_by_sluice(tree, false).size() - expected.size();
    REQUIRE(not_ignored_by_sluice(tree) == expected);
  }
  // The generator makes both kinds in good number, or the comparison says little.
  CHECK(kept > 1000);
  CHECK(ignored > 500);
}

TEST_CASE("git and Sluice agree on each path that is asked by itself", "[analyzers][source]") {
  TempTree tree;
  run("git init -q '" + tree.path() + "'");
  for (std::uint32_t seed = 1001; seed <= 1020; ++seed) {
    Generator generator(seed);
    clear(tree);
    std::string story = grow(tree, generator);
    std::string git = "cd '" + tree.path() + "' && git -c core.excludesFile=/dev/null ls-files -z -o";
    std::set<std::string> all = listed(run(git));
    std::set<std::string> expected = listed(run(git + " --exclude-standard"));
    DiscoveryOptions options;
    options.leave_out_vendored = options.leave_out_generated = false;
    for (const std::string& path : all) {
      INFO("seed " << seed << " path " << path << "\n" << story);
      Discovery discovery = discover_all({tree / path}, options);
      const DiscoveredFile* file = find(discovery, path);
      REQUIRE(file);
      CHECK((file->state == FileState::Scanned) == expected.contains(path));
    }
  }
}
