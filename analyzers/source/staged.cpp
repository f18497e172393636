#include "analyzers/source/staged.h"

#include <algorithm>
#include <cstdlib>

#include "analyzers/source/git_handles.h"
#include "analyzers/source/root_folder.h"
#include "analyzers/source/sieve.h"

namespace sluice {
namespace {

struct StagedFile {
  std::string path;
  git_oid blob;
  std::uint32_t mode = 0;
  bool is_unmerged = false;
};

IndexHandle open_index(const Repository& repository, const std::string& index_file) {
  std::string file = index_file;
  const char* from_git = std::getenv("GIT_INDEX_FILE");
  if (file.empty() && from_git) file = from_git;
  if (file.empty()) return own<IndexHandle>([&](git_index** out) { return git_repository_index(out, repository.get()); });
  // Git names it relative to the root of the working tree.
  if (!file.starts_with('/')) file = repository.root() + "/" + file;
  return own<IndexHandle>([&](git_index** out) { return git_index_open(out, file.c_str()); });
}

// Null before the first commit: then everything in the index is new.
TreeHandle head_tree(const Repository& repository) {
  return own<TreeHandle>([&](git_tree** out) {
    git_object* tree = nullptr;
    int error = git_revparse_single(&tree, repository.get(), "HEAD^{tree}");
    *out = reinterpret_cast<git_tree*>(tree);
    return error;
  });
}

Result<std::vector<StagedFile>> list_staged(const Repository& repository, const std::string& index_file) {
  IndexHandle index = open_index(repository, index_file);
  if (!index) return fail({}, "git-index", "the index cannot be read: " + last_git_error());
  TreeHandle head = head_tree(repository);
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK;
  DiffHandle diff = own<DiffHandle>(
      [&](git_diff** out) { return git_diff_tree_to_index(out, repository.get(), head.get(), index.get(), &options); });
  if (!diff) return fail({}, "git-diff", "the index cannot be compared with HEAD: " + last_git_error());
  std::vector<StagedFile> out;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
    const git_diff_delta* delta = git_diff_get_delta(diff.get(), i);
    if (delta->status == GIT_DELTA_DELETED) continue;
    bool is_unmerged = delta->status == GIT_DELTA_CONFLICTED;
    const char* path = delta->new_file.path ? delta->new_file.path : delta->old_file.path;
    out.push_back({path, delta->new_file.id, delta->new_file.mode, is_unmerged});
  }
  std::sort(out.begin(), out.end(), [](const StagedFile& a, const StagedFile& b) { return a.path < b.path; });
  return out;
}

std::optional<Reason> reason_to_skip(const StagedFile& file) {
  if (file.is_unmerged) return Reason{ReasonCode::Unmerged, "it has conflicts that are not resolved", {}, "", ""};
  if (file.mode == GIT_FILEMODE_COMMIT) return Reason{ReasonCode::Submodule, "a submodule", {}, "", ""};
  if (file.mode == GIT_FILEMODE_LINK) return Reason{ReasonCode::NotAFile, "a link; staged links are not followed", {}, "", ""};
  return std::nullopt;
}

std::expected<std::string, Reason> read_blob(const Repository& repository, const git_oid& id, std::uint64_t limit) {
  OdbHandle odb = own<OdbHandle>([&](git_odb** out) { return git_repository_odb(out, repository.get()); });
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  // The size first: a blob may be larger than memory.
  if (!odb || git_odb_read_header(&size, &type, odb.get(), &id) != 0)
    return std::unexpected(Reason{ReasonCode::Unreadable, last_git_error(), {}, "", ""});
  if (size > limit) return std::unexpected(Reason{ReasonCode::TooLarge, fmt::format("{} bytes, the limit is {}", size, limit), {}, "", ""});
  BlobHandle blob = own<BlobHandle>([&](git_blob** out) { return git_blob_lookup(out, repository.get(), &id); });
  if (!blob) return std::unexpected(Reason{ReasonCode::Unreadable, last_git_error(), {}, "", ""});
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), git_blob_rawsize(blob.get()));
}

// A `.cpp` that is tracked beside a staged header, but not staged with it, decides too.
void ask_tracked_files(ReadFile& file, const git_index* index) {
  if (!file.is_ambiguous_header) return;
  std::string stem = file.source.path.substr(0, file.source.path.rfind('.'));
  for (std::string_view extension : {".cpp", ".cc", ".cxx"}) {
    std::string beside = stem + std::string(extension);
    if (!git_index_get_bypath(const_cast<git_index*>(index), beside.c_str(), 0)) continue;
    file.source.language = Language::Cpp;
    file.source.language_reason = "extension .h; beside " + beside;
    file.is_ambiguous_header = false;
    return;
  }
}

}  // namespace

Result<SourceTree> read_staged(const Repository& repository, const StagedOptions& options, unsigned jobs, Diagnostics& diags) {
  SLUICE_TRY(std::vector<StagedFile> staged, list_staged(repository, options.index_file));
  SLUICE_TRY(RootFolder root, RootFolder::open(repository.root()));
  IndexHandle index = open_index(repository, options.index_file);
  Sieve sieve(root, {""}, options.discovery, diags);
  Discovery discovery{root.path(), {}};
  std::vector<std::expected<ReadFile, Reason>> files;
  for (const StagedFile& file : staged) {
    DiscoveredFile& entry = discovery.files.emplace_back();
    entry.path = file.path;
    std::expected<ReadFile, Reason> read = std::unexpected(Reason{});
    auto reason = sieve.on_file(file.path);
    if (!reason) reason = reason_to_skip(file);
    if (reason) {
      entry.state = state_of(reason->code);
      entry.reason = *std::move(reason);
    } else if (auto bytes = read_blob(repository, file.blob, options.discovery.max_file_bytes)) {
      read = make_source(file.path, *std::move(bytes), options.discovery);
      if (read) ask_tracked_files(*read, index.get());
    } else {
      read = std::unexpected(std::move(bytes).error());
    }
    files.push_back(std::move(read));
  }
  return finish(std::move(discovery), std::move(files), options.discovery, jobs);
}

}  // namespace sluice
