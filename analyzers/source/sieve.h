// analyzers/source/sieve.h - whether a path of the tree is left out, and what says so.
//
// The one place where that is decided, for a walk, for named files and for staged files
// alike. Every folder is listed and its ignore files read once, when first asked about.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/source/discovery.h"
#include "analyzers/source/ignore_file.h"
#include "analyzers/source/left_out.h"
#include "analyzers/source/root_folder.h"

namespace sluice {

class Sieve {
 public:
  using Listing = std::expected<std::vector<FolderEntry>, std::string>;

  // `projects`: folders (relative to the root) at which ignore files start to count; what lies
  // above them is not asked. `root`, `options` and `diags` outlive the Sieve.
  Sieve(RootFolder& root, std::vector<std::string> projects, const DiscoveryOptions& options, Diagnostics& diags);

  // From here on this file or folder is not left out, whatever says so. Before any question about it.
  void exempt(const std::string& path) { exempt_.insert(path); }

  // Why it is left out; nothing when it is not. The folders above are asked too.
  std::optional<Reason> on_file(const std::string& path);
  std::optional<Reason> on_folder(const std::string& path);
  // A link to a folder: no folder for ignore files, one for the built-in list.
  std::optional<Reason> on_folder_link(const std::string& path);

  const Listing& listing(const std::string& folder);
  // The entry of that path; null when its folder has none.
  const FolderEntry* find_entry(const std::string& path);

 private:
  struct IgnoreSource {
    IgnoreFile file;
    bool is_ours = false;  // may lift the built-in list
  };
  struct Folder {
    std::string path;
    const Folder* above = nullptr;  // whose ignore files count too; null at a project's root
    std::vector<IgnoreSource> ignores;  // the later decide first
    std::optional<Reason> verdict;
    std::optional<Listing> listing;
  };
  struct Ruling {
    std::optional<Reason> reason;
    bool lifts_left_out = false;
  };

  Folder& folder(const std::string& path);
  void read_ignores(Folder& at);
  void add_ignores(Folder& at, const std::string& name);
  void add_info_exclude(Folder& at);
  const Listing& list(Folder& at);
  bool has_any(Folder& at, std::string_view globs);
  bool is_above_projects(const std::string& path) const;

  // `self` is the folder that is asked about; null for a file or a link.
  std::optional<Reason> decide(Folder& parent, const std::string& path, Folder* self, LeftOutKind kind);
  Ruling ask_ignores(const Folder& parent, const std::string& path, bool is_folder) const;
  std::optional<Reason> ask_left_out(Folder& parent, const std::string& path, Folder* self, LeftOutKind kind);

  RootFolder& root_;
  std::vector<std::string> projects_;
  const DiscoveryOptions& options_;
  Diagnostics& diags_;
  GlobList include_, exclude_;
  std::unordered_set<std::string> exempt_;
  std::unordered_map<std::string, Folder> folders_;  // by path; addresses stay
};

// "a/b/c" -> "a/b", "c" -> "".
std::string folder_of(const std::string& path);
std::string_view last_part(std::string_view path);

}  // namespace sluice
