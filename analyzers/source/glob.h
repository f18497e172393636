// analyzers/source/glob.h - file name patterns with git's meaning.
//
//   ?      any character but '/'          [a-z] [!a-z] [[:alpha:]]   one of a set, never '/'
//   *      any characters but '/'         \x    the character x
//   **/    no or some folders             /**   everything below
//
// Where git's matcher has corners (a `**` after a literal start counts as one at the start;
// an unclosed `[` matches nothing) they are the same here: ignore files are to mean what they
// mean to git, and a test compares the two. Matching takes time proportional to pattern times
// text, whatever the pattern.
#pragma once
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

class Glob {
 public:
  explicit Glob(std::string_view pattern);
  bool matches(std::string_view path) const;

 private:
  enum class Op : std::uint8_t { Character, Any, Set, Star, DeepStar, MaybeFolders };
  struct Token {
    Op op;
    unsigned char character = 0;
    std::uint32_t set = 0;  // index into sets_
  };
  std::size_t compile_set(std::string_view pattern, std::size_t at);
  std::size_t compile_stars(std::string_view pattern, std::size_t at);
  bool consumes(const Token& token, unsigned char c) const;
  void split_off_suffix();
  void find_longest_run();

  // The literal start and end, and the longest literal between: they are compared first, which
  // settles most questions.
  std::string prefix_, suffix_, longest_run_;
  std::vector<Token> tokens_;  // what is between them
  std::vector<std::bitset<256>> sets_;
  bool never_ = false;  // malformed
};

// A list of globs as rules (`paths:`) and options (--include, --exclude) mean it: a glob P
// matches a path that matches `**/P` or `**/P/**`; one that begins with '/' is tied to the
// scan root. Paths are relative, with '/'.
class GlobList {
 public:
  GlobList() = default;
  explicit GlobList(const std::vector<std::string>& globs);
  bool empty() const { return items_.empty(); }
  // The first glob that matches, as it was written; null when none does.
  const std::string* find(std::string_view path) const;

 private:
  struct Item {
    std::string text;
    Glob itself;
    Glob below;
  };
  std::vector<Item> items_;
};

}  // namespace sluice
