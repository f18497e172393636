// analyzers/source/ignore_file.h - one .gitignore (.semgrepignore, .sluiceignore) file.
//
// The meaning is git's, to the corner cases (gitignore(5) and what git really does):
//   - blank lines and lines that begin with `#` say nothing; `\#`, `\!` and `\ ` escape;
//   - trailing spaces go, unless escaped; a trailing "\r" goes; a byte order mark at the start goes;
//   - `!` takes back; the last pattern that matches decides;
//   - a trailing `/` matches folders only (a link to a folder is none);
//   - a pattern with a `/` elsewhere is tied to the file's own folder, else it matches names at any depth.
// `.semgrepignore` may also say `:include FILE`; its patterns then stand in that place.
// At most 10,000 patterns of a file are used (a warning tells of the rest): each is asked of every file below.
// Letters are compared as they are, whatever git's core.ignoreCase says on this machine.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/glob.h"
#include "base/diagnostics.h"

namespace sluice {

struct IgnorePattern {
  std::string text;  // as it was written
  Place place;
  Glob glob;
  bool takes_back = false;
  bool folders_only = false;
  bool names_only = false;  // no '/' in it: compared with the last part of the path
};

class IgnoreFile {
 public:
  // `file` names it in reasons. `read_included` gives the text of an `:include`d file of the same
  // folder, or nothing; where it is empty, `:include` is an ordinary pattern (as in .gitignore).
  using ReadIncluded = std::function<std::optional<std::string>(const std::string& name)>;
  static IgnoreFile parse(const std::string& file, std::string_view text, Diagnostics& diags,
                          const ReadIncluded& read_included = {});

  bool empty() const { return patterns_.empty(); }
  // The pattern that decides about `path` (relative to the file's folder); null when none matches.
  const IgnorePattern* find(std::string_view path, bool is_folder) const;

 private:
  void add_line(std::string_view line, Place place);
  std::vector<IgnorePattern> patterns_;
};

}  // namespace sluice
