// analyzers/source/project_root.h - from what the user named to a root and paths below it.
//
// The rule is told in discovery.h. The hard part is symbolic links: those on the way *to* a
// project are the user's or the system's and are followed (`/tmp` may be one); those *in* a
// project may be a stranger's and stay names, for the root to follow with care. So
// `sluice scan src`, where a pull request made `src` a link to `/etc`, reads nothing.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace sluice {

struct ProjectPaths {
  std::string root;                   // absolute
  std::vector<std::string> projects;  // relative to the root: where ignore files start to count
  std::vector<std::string> paths;     // the arguments relative to the root, "" the root itself; in their order
};

// Errors: an argument that does not exist, one for each.
Result<ProjectPaths> find_project(const std::vector<std::string>& arguments, const std::string& current_folder);

// The process's current folder, absolute.
Result<std::string> current_folder();

}  // namespace sluice
