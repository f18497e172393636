// analyzers/pattern/regex.h - regexes in Perl's dialect, in time that is proportional to the text.
//
// Three ways to run one, chosen by its form (regex_form.h):
//   Cheap    from any one place it ends after a few hundred steps: PCRE2
//   Linear   RE2 means the same by it and takes linear time
//   Counted  all else, with look-around or backreferences: PCRE2, every step counted; steps and
//            the bytes they pass over may be so many for each byte of the text, and no more
// What RE2 cannot do on one text (many matches on endless lines, `$` before a last newline) is
// Counted there. Texts are UTF-8, as those of a Source are; in damaged ones no match holds damage.
// Only a Counted search can meet its limit. It says so (`limit_met`): it counts as "no match",
// and the caller reports the pair of rule and file. Any number of threads may search.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

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

  enum class Engine : std::uint8_t { Cheap, Linear, Counted };

  // Errors name the place in the regex as a column.
  static Result<Regex> compile(std::string_view text, Mode mode, const Place& place);

  const std::string& text() const;
  Engine engine() const;
  bool is_found_in(std::string_view subject, bool& limit_met, RegexMatch* match = nullptr) const;
  // The names that matches can bind: "1", "2", ... and the named groups.
  std::vector<std::string> group_names() const;
  // All that do not overlap, from left to right; `limit` of them is a limit met.
  std::vector<RegexMatch> find_all(std::string_view subject, bool& limit_met, std::size_t limit = 100'000) const;

 private:
  struct Code;    // the compiled forms
  struct Search;  // one text, and what was spent on it

  std::shared_ptr<Code> code_;
};

}  // namespace sluice
