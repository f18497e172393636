// checklists/glob.h - does a path in the tree match a pattern of a checklist?
//
// `*` and `?` stay within one folder, `**` does not; everything else is itself. A
// pattern without `/` matches the file's name in any folder, one with `/` the whole
// path from the root. `**/` also matches nothing: `**/x` finds `x` at the root.
#pragma once
#include <string_view>
namespace sluice::checklists {
// `path` uses `/` and is relative to the root. Time is |pattern| * |path| at most.
bool glob_matches(std::string_view pattern, std::string_view path);
}  // namespace sluice::checklists
