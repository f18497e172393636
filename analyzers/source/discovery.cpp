#include "analyzers/source/discovery.h"

#include <algorithm>
#include <set>

#include "analyzers/source/project_root.h"
#include "analyzers/source/sieve.h"

namespace sluice {
namespace {

std::string joined(const std::string& folder, const std::string& name) { return folder.empty() ? name : folder + "/" + name; }

class Walk {
 public:
  Walk(RootFolder& root, Sieve& sieve, std::uint32_t max_depth) : root_(root), sieve_(sieve), max_depth_(max_depth) {}

  void add_argument(const std::string& path) {
    is_argument_ = true;
    if (path.empty()) {
      enter(path);
    } else if (const FolderEntry* entry = find_below_links(path)) {
      add(path, entry->type);
    }
    is_argument_ = false;
    walk();
  }

  // Links come last: a folder goes by its own name where it has one in what was named.
  void follow_links() {
    while (!links_.empty()) {
      std::string link = *links_.begin();
      links_.erase(links_.begin());
      follow(link);
      walk();
    }
  }

  std::vector<DiscoveredFile> take() && {
    std::vector<DiscoveredFile> files;
    files.reserve(files_.size());
    for (auto& [path, file] : files_) files.push_back(std::move(file));
    return files;
  }

 private:
  // A link on the way to the argument is an entry of its own, and what it leads to is not reached by this path.
  const FolderEntry* find_below_links(const std::string& path) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      std::string above = path.substr(0, slash);
      const FolderEntry* entry = sieve_.find_entry(above);
      if (!entry || entry->type != EntryType::Link) continue;
      LinkTarget target = root_.follow(path);
      bool is_inside = target.kind == LinkTarget::Kind::File || target.kind == LinkTarget::Kind::Folder;
      if (!is_inside) {
        put(path, Reason{ReasonCode::LinkOutside, "the link " + above + " on the way leads out of the scanned tree", {}, "", ""});
        return nullptr;
      }
      put(path, followed(target.path));
      add(target.path, target.kind == LinkTarget::Kind::File ? EntryType::File : EntryType::Folder);
      return nullptr;
    }
    const FolderEntry* entry = sieve_.find_entry(path);
    if (!entry) put(path, Reason{ReasonCode::Unreadable, "its folder cannot be listed", {}, "", ""});
    return entry;
  }

  void walk() {
    while (!folders_.empty()) {
      std::string folder = std::move(folders_.back());
      folders_.pop_back();
      const Sieve::Listing& entries = sieve_.listing(folder);
      if (!entries) {
        put(folder + "/", Reason{ReasonCode::Unreadable, entries.error(), {}, "", ""});
        continue;
      }
      for (const FolderEntry& entry : *entries) add(joined(folder, entry.name), entry.type);
    }
  }

  void add(const std::string& path, EntryType type) {
    switch (type) {
      case EntryType::File: return put(path, sieve_.on_file(path));
      case EntryType::Folder: return add_folder(path);
      case EntryType::Link: links_.insert(path); return;
      case EntryType::Other: return add_other(path);
    }
  }

  void add_folder(const std::string& path) {
    auto reason = sieve_.on_folder(path);
    if (reason) {
      if (reason->folder == path + "/") reason->folder.clear();
      return put(path + "/", std::move(reason));
    }
    auto depth = std::count(path.begin(), path.end(), '/') + 1;
    if (depth > max_depth_)
      return put(path + "/", Reason{ReasonCode::TooDeep, "more than " + std::to_string(max_depth_) + " folders deep", {}, "", ""});
    enter(path);
  }

  void add_other(const std::string& path) {
    auto reason = sieve_.on_file(path);
    put(path, reason ? reason : Reason{ReasonCode::NotAFile, "a named pipe, socket or device", {}, "", ""});
  }

  void follow(const std::string& link) {
    LinkTarget target = root_.follow(link);
    bool is_folder = target.kind == LinkTarget::Kind::Folder;
    if (auto reason = is_folder ? sieve_.on_folder_link(link) : sieve_.on_file(link)) return put(link, std::move(reason));
    switch (target.kind) {
      case LinkTarget::Kind::Broken: return put(link, Reason{ReasonCode::LinkBroken, "a link that leads nowhere", {}, "", ""});
      case LinkTarget::Kind::Outside: return put(link, Reason{ReasonCode::LinkOutside, "a link out of the scanned tree", {}, "", ""});
      case LinkTarget::Kind::Other: return put(link, Reason{ReasonCode::NotAFile, "a link to a named pipe, socket or device", {}, "", ""});
      case LinkTarget::Kind::File:
      case LinkTarget::Kind::Folder: break;
    }
    put(link, followed(target.path));
    add(target.path, is_folder ? EntryType::Folder : EntryType::File);
  }

  static Reason followed(const std::string& target) {
    return {ReasonCode::LinkFollowed, "a link; see " + (target.empty() ? std::string("the root") : target), {}, "", ""};
  }

  void enter(const std::string& folder) {
    if (entered_.insert(folder).second) folders_.push_back(folder);
  }

  void put(const std::string& path, std::optional<Reason> reason) {
    auto [found, is_new] = files_.try_emplace(path);
    DiscoveredFile& file = found->second;
    file.is_argument |= is_argument_;
    if (!is_new) return;  // named twice, or named and found
    file.path = path;
    if (!reason) return;
    file.state = state_of(reason->code);
    file.reason = *std::move(reason);
  }

  RootFolder& root_;
  Sieve& sieve_;
  std::uint32_t max_depth_;
  std::map<std::string, DiscoveredFile> files_;  // sorted by path
  std::set<std::string> entered_;                // folders
  std::vector<std::string> folders_;             // still to be listed
  std::set<std::string> links_;                  // still to be followed
  bool is_argument_ = false;
};

}  // namespace

DiscoveryCounts Discovery::counts() const {
  DiscoveryCounts counts;
  for (const DiscoveredFile& file : files) {
    if (file.is_folder()) {
      ++(file.state == FileState::Skipped ? counts.folders_skipped : counts.folders_ignored);
      continue;
    }
    ++counts.discovered;
    ++(file.state == FileState::Scanned ? counts.scanned : file.state == FileState::Skipped ? counts.skipped : counts.ignored);
  }
  return counts;
}

std::map<ReasonCode, std::uint32_t> Discovery::reasons() const {
  std::map<ReasonCode, std::uint32_t> out;
  for (const DiscoveredFile& file : files)
    if (file.state != FileState::Scanned) ++out[file.reason.code];
  return out;
}

Result<Discovery> discover(const std::vector<std::string>& arguments, const DiscoveryOptions& options, Diagnostics& diags,
                           const std::string& current) {
  std::string folder = current;
  if (folder.empty()) {
    SLUICE_TRY(folder, current_folder());
  }
  SLUICE_TRY(ProjectPaths project, find_project(arguments, folder));
  SLUICE_TRY(RootFolder root, RootFolder::open(project.root));
  Sieve sieve(root, project.projects, options, diags);
  if (!options.ask_for_arguments)
    for (const std::string& path : project.paths) sieve.exempt(path);
  Walk walk(root, sieve, options.max_depth);
  for (const std::string& path : project.paths) walk.add_argument(path);
  walk.follow_links();
  return Discovery{root.path(), std::move(walk).take()};
}

}  // namespace sluice
