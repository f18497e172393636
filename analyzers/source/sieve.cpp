#include "analyzers/source/sieve.h"

#include <algorithm>

#include "base/text.h"

namespace sluice {
namespace {

constexpr std::uint64_t kMaxIgnoreFile = 1'000'000;

std::string joined(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

// `path` seen from `folder`, which it is in.
std::string_view relative_to(std::string_view path, const std::string& folder) {
  return folder.empty() ? path : path.substr(folder.size() + 1);
}

const FolderEntry* find_name(const std::vector<FolderEntry>& entries, std::string_view name) {
  auto found = std::lower_bound(entries.begin(), entries.end(), name,
                                [](const FolderEntry& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != entries.end() && found->name == name ? &*found : nullptr;
}

bool is_beneath(const std::string& path, const std::string& folder) {
  return folder.empty() || path == folder || path.starts_with(folder + "/");
}

}  // namespace

std::string folder_of(const std::string& path) {
  std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

Sieve::Sieve(RootFolder& root, std::vector<std::string> projects, const DiscoveryOptions& options, Diagnostics& diags)
    : root_(root),
      projects_(std::move(projects)),
      options_(options),
      diags_(diags),
      include_(options.include),
      exclude_(options.exclude) {}

std::optional<Reason> Sieve::on_file(const std::string& path) {
  if (exempt_.contains(path)) return std::nullopt;
  Folder& parent = folder(folder_of(path));
  if (parent.verdict) return parent.verdict;
  if (auto reason = decide(parent, path, nullptr, LeftOutKind::File)) return reason;
  if (!include_.empty() && !include_.find(path)) return Reason{ReasonCode::NotIncluded, "no --include glob matches", {}, "", ""};
  return std::nullopt;
}

std::optional<Reason> Sieve::on_folder(const std::string& path) { return folder(path).verdict; }

std::optional<Reason> Sieve::on_folder_link(const std::string& path) {
  Folder& parent = folder(folder_of(path));
  if (parent.verdict) return parent.verdict;
  return decide(parent, path, nullptr, LeftOutKind::Folder);
}

const Sieve::Listing& Sieve::listing(const std::string& path) { return list(folder(path)); }

const FolderEntry* Sieve::find_entry(const std::string& path) {
  const Listing& entries = listing(folder_of(path));
  return entries ? find_name(*entries, last_part(path)) : nullptr;
}

Sieve::Folder& Sieve::folder(const std::string& path) {
  if (auto found = folders_.find(path); found != folders_.end()) return found->second;
  // As deep as the path is: bounded by the system's limit on paths.
  Folder* parent = path.empty() ? nullptr : &folder(folder_of(path));
  Folder& made = folders_[path];
  made.path = path;
  if (is_above_projects(path)) return made;
  bool is_project = std::find(projects_.begin(), projects_.end(), path) != projects_.end();
  if (parent && !is_project) {
    bool is_asked = !exempt_.contains(path);
    if (is_asked) made.verdict = parent->verdict;
    if (is_asked && !made.verdict) made.verdict = decide(*parent, path, &made, LeftOutKind::Folder);
    if (made.verdict && made.verdict->folder.empty()) made.verdict->folder = path + "/";
    made.above = parent;
  }
  if (!made.verdict) read_ignores(made);
  return made;
}

bool Sieve::is_above_projects(const std::string& path) const {
  return std::none_of(projects_.begin(), projects_.end(), [&](const std::string& project) { return is_beneath(path, project); });
}

const Sieve::Listing& Sieve::list(Folder& at) {
  if (!at.listing) at.listing = root_.list(at.path);
  return *at.listing;
}

bool Sieve::has_any(Folder& at, std::string_view globs) {
  const Listing& entries = list(at);
  if (!entries) return false;
  for (std::string_view name : split(globs, ' ')) {
    if (name.find('*') == std::string_view::npos) {
      if (find_name(*entries, name)) return true;
      continue;
    }
    Glob glob(name);
    if (std::any_of(entries->begin(), entries->end(), [&](const FolderEntry& entry) { return glob.matches(entry.name); })) return true;
  }
  return false;
}

void Sieve::read_ignores(Folder& at) {
  const Listing& entries = list(at);
  if (!entries) return;
  const FolderEntry* git = find_name(*entries, ".git");
  if (git) at.above = nullptr;
  if (options_.use_gitignore) {
    if (git && git->type == EntryType::Folder) add_info_exclude(at);
    add_ignores(at, ".gitignore");
  }
  if (options_.use_tool_ignores) {
    add_ignores(at, ".semgrepignore");
    add_ignores(at, ".sluiceignore");
  }
}

void Sieve::add_ignores(Folder& at, const std::string& name) {
  const FolderEntry* entry = find_name(*list(at), name);
  if (!entry) return;
  std::string path = joined(at.path, name);
  auto text = root_.read(path, kMaxIgnoreFile);
  if (!text) {
    diags_.add(DiagnosticLevel::Warning, "ignore-file-unreadable", "the ignore file is not used: " + text.error().detail, {path});
    return;
  }
  IgnoreFile::ReadIncluded read_included;
  if (name == ".semgrepignore") {
    read_included = [&](const std::string& included) -> std::optional<std::string> {
      if (included.find('/') != std::string::npos || included == "..") return std::nullopt;
      auto content = root_.read(joined(at.path, included), kMaxIgnoreFile);
      return content ? std::optional(*std::move(content)) : std::nullopt;
    };
  }
  at.ignores.push_back({IgnoreFile::parse(path, *text, diags_, read_included), name != ".gitignore"});
}

void Sieve::add_info_exclude(Folder& at) {
  std::string path = joined(at.path, ".git/info/exclude");
  auto text = root_.read(path, kMaxIgnoreFile);
  if (text) at.ignores.push_back({IgnoreFile::parse(path, *text, diags_), false});
}

std::optional<Reason> Sieve::decide(Folder& parent, const std::string& path, Folder* self, LeftOutKind kind) {
  if (const std::string* glob = exclude_.find(path)) return Reason{ReasonCode::Excluded, "--exclude", {}, *glob, ""};
  Ruling ruling = ask_ignores(parent, path, self != nullptr);
  if (ruling.reason) return ruling.reason;
  if (ruling.lifts_left_out) return std::nullopt;
  return ask_left_out(parent, path, self, kind);
}

Sieve::Ruling Sieve::ask_ignores(const Folder& parent, const std::string& path, bool is_folder) const {
  for (const Folder* level = &parent; level; level = level->above) {
    std::string_view seen_from_level = relative_to(path, level->path);
    for (auto source = level->ignores.rbegin(); source != level->ignores.rend(); ++source) {
      const IgnorePattern* pattern = source->file.find(seen_from_level, is_folder);
      if (!pattern) continue;
      if (pattern->takes_back) return {std::nullopt, source->is_ours};
      return {Reason{ReasonCode::IgnoreFile, "", pattern->place, pattern->text, ""}, false};
    }
  }
  return {};
}

std::optional<Reason> Sieve::ask_left_out(Folder& parent, const std::string& path, Folder* self, LeftOutKind kind) {
  Surroundings around;
  around.beside = [&](std::string_view globs) { return has_any(parent, globs); };
  around.inside = [&](std::string_view globs) { return self && has_any(*self, globs); };
  const LeftOutRule* rule = find_left_out(kind, last_part(path), around);
  if (!rule) return std::nullopt;
  bool is_generated = rule->group == LeftOutGroup::Generated;
  bool is_taken_in = rule->group != LeftOutGroup::VersionControl &&
                     (is_generated ? !options_.leave_out_generated : !options_.leave_out_vendored);
  if (is_taken_in) return std::nullopt;
  return Reason{ReasonCode::LeftOut, std::string(rule->reason), {}, std::string(rule->name), ""};
}

}  // namespace sluice
