// analyzers/clang/call_words.h - which files libclang need not read at all.
//
// To parse C++ takes a hundred times as long as everything else that a scan does with it,
// and most files call nothing that a check with types looks at. So a file is given to
// libclang only when it has the name of such a function before a parenthesis. Names come
// from the checks, and from the tree itself: functions that are declared with a format
// attribute, and macros whose text has one of the names.
//
//   void log_text(const char *format, ...) __attribute__((format(printf, 1, 2)));  log_text
//   #define COPY(a, b) strcpy(a, b)                                                COPY
#pragma once
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/source.h"

namespace sluice::clang {

class CallWords {
 public:
  // `words`: of the checks; `EVP_*` means every name that begins so.
  CallWords(const std::vector<std::string>& words, const SourceSet& sources);
  bool are_in(std::string_view text) const;

 private:
  bool holds(std::string_view name) const;
  void add_declared_formats(std::string_view text);

  std::set<std::string, std::less<>> names_;
  std::vector<std::string> prefixes_;
};

}  // namespace sluice::clang
