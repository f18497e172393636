// analyzers/pattern/regex.h - PCRE2 with limits, so that no rule and no file can hang a scan.
//
// A search that meets the match limit says so (`limit_met`): it counts as "no match",
// and the caller reports the pair of rule and file. Any number of threads may search.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct pcre2_real_code_8;

namespace sluice {

struct RegexMatch {
  std::uint32_t begin = 0, end = 0;
  struct Group {
    std::string name;  // "1", "2", ...; also the name of a named group
    std::uint32_t begin = 0, end = 0;
  };
  std::vector<Group> groups;  // those that took part
};

class Regex {
 public:
  // SearchLines: ^ and $ at every line. AtStart: matches at the very start of the subject only (not
  // necessarily to its end); said when compiling, for an anchored search of the other sort has no fast path.
  enum class Mode { Search, SearchLines, AtStart };

  // Errors name the place in the regex as a column.
  static Result<Regex> compile(std::string_view text, Mode mode, const Place& place);

  const std::string& text() const { return text_; }
  bool is_found_in(std::string_view subject, bool& limit_met, RegexMatch* match = nullptr) const;
  // The names that matches can bind: "1", "2", ... and the named groups.
  std::vector<std::string> group_names() const;
  // All that do not overlap, from left to right; `limit` of them is a limit met.
  std::vector<RegexMatch> find_all(std::string_view subject, bool& limit_met, std::size_t limit = 100'000) const;

 private:
  bool run(std::string_view subject, std::size_t start, bool& limit_met, RegexMatch* match) const;

  std::string text_;
  std::shared_ptr<pcre2_real_code_8> code_;
  std::vector<std::pair<std::uint32_t, std::string>> group_names_;
};

}  // namespace sluice
