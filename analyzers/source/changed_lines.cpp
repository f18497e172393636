#include "analyzers/source/changed_lines.h"

#include <algorithm>

#include "analyzers/source/git_handles.h"

namespace sluice {
namespace {

constexpr git_off_t kMaxComparedBytes = 20'000'000;

std::string hex(const git_oid& id) {
  char text[GIT_OID_HEXSZ + 1];
  return git_oid_tostr(text, sizeof text, &id);
}

Result<git_oid> find_commit(const Repository& repository, const std::string& ref) {
  ObjectHandle commit = own<ObjectHandle>([&](git_object** out) {
    return git_revparse_single(out, repository.get(), (ref + "^{commit}").c_str());
  });
  if (commit) return *git_object_id(commit.get());
  std::string advice = repository.is_shallow() ? "; the clone is shallow: fetch it first (`git fetch --depth=1 origin " + ref + "`)" : "";
  return fail({}, "git-unknown-ref", "`" + ref + "` names no commit of this repository" + advice);
}

Result<DiffBase> find_base(const Repository& repository, const std::string& base_ref) {
  SLUICE_TRY(git_oid base, find_commit(repository, base_ref));
  SLUICE_TRY(git_oid head, find_commit(repository, "HEAD"));
  git_oid merge_base;
  if (git_merge_base(&merge_base, repository.get(), &head, &base) == 0) return DiffBase{hex(merge_base), ""};
  std::string why = repository.is_shallow() ? "the clone is shallow and lacks the merge base" : "there is no common history";
  return DiffBase{hex(base), why + "; compared with `" + base_ref + "` itself"};
}

DiffHandle make_diff(const Repository& repository, git_tree* base, ComparedWith with) {
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.context_lines = 0;
  options.max_size = kMaxComparedBytes;
  options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_SHOW_UNTRACKED_CONTENT |
                  GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_INCLUDE_TYPECHANGE;
  DiffHandle diff = own<DiffHandle>([&](git_diff** out) {
    return with == ComparedWith::Index ? git_diff_tree_to_index(out, repository.get(), base, nullptr, &options)
                                       : git_diff_tree_to_workdir_with_index(out, repository.get(), base, &options);
  });
  git_diff_find_options find = GIT_DIFF_FIND_OPTIONS_INIT;
  find.flags = GIT_DIFF_FIND_RENAMES;
  if (diff && git_diff_find_similar(diff.get(), &find) != 0) return nullptr;
  return diff;
}

bool is_new_file(git_delta_t status) {
  return status == GIT_DELTA_ADDED || status == GIT_DELTA_UNTRACKED || status == GIT_DELTA_TYPECHANGE || status == GIT_DELTA_CONFLICTED;
}

// Git counts "\n" only; where a Source has lines that end at a lone "\r", the numbers differ.
bool has_lone_cr(std::string_view line) {
  std::size_t at = line.find('\r');
  while (at != std::string_view::npos && line.substr(at + 1).starts_with('\n')) at = line.find('\r', at + 1);
  return at != std::string_view::npos;
}

FileChange change_of(git_patch* patch) {
  FileChange out;
  for (std::size_t i = 0; i < git_patch_num_hunks(patch); ++i) {
    const git_diff_hunk* hunk = nullptr;
    std::size_t lines = 0;
    if (git_patch_get_hunk(&hunk, &lines, patch, i) != 0) return {true, {}};
    if (hunk->new_lines > 0) {
      auto first = static_cast<std::uint32_t>(hunk->new_start);
      out.lines.push_back({first, first + static_cast<std::uint32_t>(hunk->new_lines) - 1});
    }
    for (std::size_t j = 0; j < lines; ++j) {
      const git_diff_line* line = nullptr;
      if (git_patch_get_line_in_hunk(&line, patch, i, j) != 0) return {true, {}};
      if (line->origin == GIT_DIFF_LINE_ADDITION && has_lone_cr({line->content, line->content_len})) return {true, {}};
    }
  }
  return out;
}

Result<void> add_change(ChangedLines& out, git_diff* diff, std::size_t index) {
  const git_diff_delta* delta = git_diff_get_delta(diff, index);
  if (delta->status == GIT_DELTA_DELETED || delta->status == GIT_DELTA_UNMODIFIED) return {};
  FileChange& change = out.files[delta->new_file.path];
  change.is_whole_file = is_new_file(delta->status);
  if (change.is_whole_file) return {};
  PatchHandle patch = own<PatchHandle>([&](git_patch** to) { return git_patch_from_diff(to, diff, index); });
  if (!patch) return fail({delta->new_file.path}, "git-diff", "cannot be compared: " + last_git_error());
  bool is_binary = git_patch_get_delta(patch.get())->flags & GIT_DIFF_FLAG_BINARY;
  if (is_binary) change.is_whole_file = true;
  else change = change_of(patch.get());
  return {};
}

}  // namespace

bool FileChange::contains(std::uint32_t line) const { return overlaps({line, line}); }

bool FileChange::overlaps(LineRange range) const {
  if (is_whole_file) return true;
  return std::any_of(lines.begin(), lines.end(), [&](LineRange changed) { return changed.first <= range.last && range.first <= changed.last; });
}

const FileChange* ChangedLines::find(const std::string& path) const {
  auto found = files.find(path);
  return found == files.end() ? nullptr : &found->second;
}

Result<ChangedLines> changed_lines(const Repository& repository, const std::string& base_ref, ComparedWith with) {
  ChangedLines out;
  SLUICE_TRY(out.base, find_base(repository, base_ref));
  ObjectHandle tree = own<ObjectHandle>([&](git_object** to) {
    return git_revparse_single(to, repository.get(), (out.base.revision + "^{tree}").c_str());
  });
  if (!tree) return fail({}, "git-diff", "the tree of " + out.base.revision + " cannot be read: " + last_git_error());
  DiffHandle diff = make_diff(repository, reinterpret_cast<git_tree*>(tree.get()), with);
  if (!diff) return fail({}, "git-diff", "cannot be compared with " + out.base.revision + ": " + last_git_error());
  Errors errors;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i)
    if (auto added = add_change(out, diff.get(), i); !added) errors.append(std::move(added).error());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return out;
}

}  // namespace sluice
