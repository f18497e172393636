// analyzers/source/file_state.h - what became of a file, and why.
//
// Every file that is found gets exactly one state, so that
// discovered = scanned + skipped + ignored in every summary:
//   scanned  it is handed to the analyzers
//   skipped  it would have been, but it can't be: too large, binary, unreadable, ...
//            (the analysis knows less than it was asked to)
//   ignored  somebody said to leave it out: an ignore file, an option, the built-in list
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice {

enum class FileState : std::uint8_t { Scanned, Skipped, Ignored };
std::string_view name(FileState state);  // "scanned", "skipped", "ignored"

enum class ReasonCode : std::uint8_t {
  None,  // of a scanned file
  // Skipped.
  TooLarge, Binary, Minified, UnsupportedEncoding, Unreadable, NotAFile, LinkOutside, LinkBroken,
  TooDeep, Submodule, Unmerged,
  // Ignored.
  IgnoreFile,    // a pattern of an ignore file: `place` and `pattern` say which
  NotIncluded,   // no --include glob matches
  Excluded,      // an --exclude glob (`pattern`) matches
  LeftOut,       // the built-in list of vendored and generated files (`pattern`)
  GeneratedMark, // the file says in its head that it is generated
  LinkFollowed,  // a link to what is in the tree under its own name
  OtherLanguage, // not one of the languages asked for
};
std::string_view name(ReasonCode code);  // kebab-case, stable: "too-large", "ignore-file"
FileState state_of(ReasonCode code);

struct Reason {
  ReasonCode code = ReasonCode::None;
  std::string detail;   // one line: "6291456 bytes, the limit is 5242880"
  Place place;          // of the pattern in an ignore file, relative to the scan root
  std::string pattern;  // as it was written
  // The folder that is left out as a whole, when it is not the file itself ("a/b/"), else empty.
  std::string folder;
  friend bool operator==(const Reason&, const Reason&) = default;
};
// "ignored by .gitignore:3 `build/` (folder build/)"; not escaped for a terminal.
std::string to_string(const Reason& reason);

}  // namespace sluice
