// checklists/regex.h - a regular expression that cannot run away.
//
// PCRE2 with limits on steps, depth and memory: the text is a stranger's, and a
// pattern that backtracks without end must not hang the gate. "Gave up" is an answer
// of its own and is never read as "does not match".
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice::checklists {

struct RegexMatch {
  enum class State { None, Found, GaveUp } state = State::None;
  std::size_t begin = 0, end = 0;  // bytes, when found
  std::string group;               // the first capture, "" without one
};

class Regex {
 public:
  // `^` and `$` match at lines; bytes that are not UTF-8 match nothing.
  static Result<Regex> compile(std::string_view pattern, const Place& place);
  RegexMatch search(std::string_view text, std::size_t from = 0) const;

 private:
  struct Code;
  std::shared_ptr<const Code> code_;  // shared: a checklist and its runs may be copied
};

}  // namespace sluice::checklists
