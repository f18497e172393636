#include "analyzers/source/project_root.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"

namespace sluice {
namespace {

bool exists(const std::string& path, struct stat& info) { return ::lstat(path.c_str(), &info) == 0; }
bool exists(const std::string& path) {
  struct stat info {};
  return exists(path, info);
}

std::string in_folder(const std::string& folder, std::string_view name) {
  return (folder == "/" ? "" : folder) + "/" + std::string(name);
}

std::string parent_of(const std::string& path) {
  std::size_t slash = path.rfind('/');
  return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

bool is_beneath(const std::string& path, const std::string& folder) {
  return folder == "/" || path == folder || path.starts_with(folder + "/");
}

std::string relative_to(const std::string& path, const std::string& root) {
  if (path == root) return "";
  return path.substr(root == "/" ? 1 : root.size() + 1);
}

std::string common_folder(const std::string& a, const std::string& b) {
  std::string folder = a;
  while (!is_beneath(b, folder)) folder = parent_of(folder);
  return folder;
}

// Where ignore files are not a project's but a person's or a stranger's.
bool is_shared(const std::string& folder) {
  if (folder == "/") return true;
  const char* home = std::getenv("HOME");
  if (home && folder == home) return true;
  struct stat info {};
  bool is_sticky_for_all = exists(folder, info) && (info.st_mode & 01002) == 01002;  // as /tmp is
  return is_sticky_for_all;
}

bool has_ignore_file(const std::string& folder) {
  return exists(in_folder(folder, ".sluiceignore")) || exists(in_folder(folder, ".semgrepignore")) ||
         exists(in_folder(folder, ".gitignore"));
}

// Finds roots of projects; asks the disk about a folder once.
class Projects {
 public:
  explicit Projects(std::string current_folder) : current_(std::move(current_folder)) {}

  // The root of the project that `folder` is in; nothing when it is in none.
  const std::optional<std::string>& root_of(const std::string& folder) {
    auto [found, is_new] = roots_.try_emplace(folder);
    if (is_new) found->second = find_root(folder);
    return found->second;
  }

 private:
  struct Facts {
    bool has_git = false, is_shared = false, has_ignore_file = false;
  };

  const Facts& facts_of(const std::string& folder) {
    auto [found, is_new] = facts_.try_emplace(folder);
    if (is_new) found->second = {exists(in_folder(folder, ".git")), is_shared(folder), has_ignore_file(folder)};
    return found->second;
  }

  std::optional<std::string> find_root(const std::string& folder) {
    std::optional<std::string> topmost_ignoring;
    bool is_private = true;  // nothing shared was passed on the way up
    for (std::string at = folder;; at = parent_of(at)) {
      const Facts& facts = facts_of(at);
      if (facts.has_git) return at;
      is_private = is_private && !facts.is_shared;
      if (is_private && facts.has_ignore_file) topmost_ignoring = at;
      if (at == "/") break;
    }
    bool is_in_current = current_ != "/" && is_beneath(folder, current_);
    // An ignore file below the current folder is found on the way down.
    if (topmost_ignoring && !(is_in_current && is_beneath(*topmost_ignoring, current_))) return topmost_ignoring;
    if (is_in_current) return current_;
    return std::nullopt;
  }

  std::string current_;
  std::unordered_map<std::string, Facts> facts_;
  std::unordered_map<std::string, std::optional<std::string>> roots_;
};

struct Located {
  std::string path;  // absolute, without links above the project
  std::string root;
};

// Walks the argument part by part, following links until a project begins.
class Locator {
 public:
  explicit Locator(const std::string& current_folder) : current_(current_folder), projects_(current_folder) {}

  Result<Located> locate(const std::string& argument) {
    if (argument.empty()) return fail({}, "no-such-file", "an empty path was given");
    at_ = argument.starts_with('/') ? "/" : current_;
    is_folder_ = true;
    has_met_link_ = false;
    for (std::string_view part : split(argument, '/')) {
      if (!enter(part)) return fail({argument}, "no-such-file", std::string("cannot be scanned: ") + std::strerror(errno));
    }
    const std::string folder = is_folder_ ? at_ : parent_of(at_);
    const auto& root = projects_.root_of(has_met_link_ ? link_folder_ : folder);
    return Located{at_, root ? *root : folder};
  }

 private:
  bool enter(std::string_view part) {
    if (part.empty() || part == ".") return true;
    if (part == "..") {
      at_ = parent_of(at_);
      is_folder_ = true;
      return true;
    }
    std::string next = in_folder(at_, part);
    struct stat info {};
    is_folder_ = known_folders_.contains(next);
    if (!is_folder_) {
      if (!exists(next, info)) return false;
      is_folder_ = S_ISDIR(info.st_mode);
      if (is_folder_) known_folders_.insert(next);
    }
    bool is_link = S_ISLNK(info.st_mode);
    bool stays_a_name = !is_link || has_met_link_ || projects_.root_of(at_);
    if (stays_a_name) {
      if (is_link && !has_met_link_) {
        has_met_link_ = true;
        link_folder_ = at_;
      }
      at_ = std::move(next);
      return true;
    }
    char canonical[PATH_MAX];
    if (!::realpath(next.c_str(), canonical) || !exists(canonical, info)) return false;
    at_ = canonical;
    is_folder_ = S_ISDIR(info.st_mode);
    return true;
  }

  std::string current_;
  Projects projects_;
  std::unordered_set<std::string> known_folders_;  // no links; asks the disk about a folder once
  std::string at_;
  bool is_folder_ = true;
  bool has_met_link_ = false;  // in a project
  std::string link_folder_;    // where
};

}  // namespace

Result<std::string> current_folder() {
  std::error_code error;
  std::string path = std::filesystem::current_path(error).string();
  if (error) return fail({}, "no-current-folder", "the current folder is not there any more: " + error.message());
  return path;
}

Result<ProjectPaths> find_project(const std::vector<std::string>& arguments, const std::string& current_folder) {
  Locator locator(current_folder);
  std::vector<Located> located;
  Errors errors;
  for (const std::string& argument : arguments) {
    auto found = locator.locate(argument);
    if (found) located.push_back(*std::move(found));
    else errors.append(std::move(found).error());
  }
  if (located.empty() && errors.empty()) errors.add({}, "no-paths", "no path to scan was given");
  if (!errors.empty()) return std::unexpected(std::move(errors));
  ProjectPaths out;
  out.root = located.front().root;
  for (const Located& one : located) out.root = common_folder(out.root, one.root);
  for (const Located& one : located) {
    out.paths.push_back(relative_to(one.path, out.root));
    out.projects.push_back(relative_to(one.root, out.root));
  }
  std::sort(out.projects.begin(), out.projects.end());
  out.projects.erase(std::unique(out.projects.begin(), out.projects.end()), out.projects.end());
  return out;
}

}  // namespace sluice
