#include "analyzers/source/repository.h"

#include <algorithm>
#include <cctype>

#include "analyzers/source/git_handles.h"
#include "base/text.h"

namespace sluice {
namespace {

// Once per process; libgit2's options are its own globals and nobody else here uses it.
bool start_libgit2() {
  if (git_libgit2_init() < 0) return false;
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  for (git_config_level_t level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_PROGRAMDATA})
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, static_cast<int>(level), "");
  return true;
}

std::string first_remote_url(git_repository* repository) {
  RemoteHandle remote = own<RemoteHandle>([&](git_remote** out) { return git_remote_lookup(out, repository, "origin"); });
  git_strarray names{};
  if (!remote && git_remote_list(&names, repository) == 0) {
    if (names.count > 0)
      remote = own<RemoteHandle>([&](git_remote** out) { return git_remote_lookup(out, repository, names.strings[0]); });
    git_strarray_dispose(&names);
  }
  const char* url = remote ? git_remote_url(remote.get()) : nullptr;
  return url ? url : "";
}

bool is_dirty(git_repository* repository, git_object* head) {
  TreeHandle tree = own<TreeHandle>([&](git_tree** out) { return git_commit_tree(out, reinterpret_cast<git_commit*>(head)); });
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_SKIP_BINARY_CHECK;
  DiffHandle diff = own<DiffHandle>(
      [&](git_diff** out) { return git_diff_tree_to_workdir_with_index(out, repository, tree.get(), &options); });
  return diff && git_diff_num_deltas(diff.get()) > 0;
}

}  // namespace

void FreeRepository::operator()(git_repository* repository) const { git_repository_free(repository); }

std::string last_git_error() {
  const git_error* error = git_error_last();
  return error && error->message ? error->message : "unknown error of libgit2";
}

Result<Repository> Repository::open(const std::string& path) {
  static const bool is_started = start_libgit2();
  if (!is_started) return fail({path}, "git-unavailable", "libgit2 does not start");
  RepositoryHandle handle = own<RepositoryHandle>([&](git_repository** out) {
    return git_repository_open_ext(out, path.c_str(), GIT_REPOSITORY_OPEN_CROSS_FS, nullptr);
  });
  if (!handle) return fail({path}, "git-no-repository", "is not in a git repository that can be read: " + last_git_error());
  const char* root = git_repository_workdir(handle.get());
  if (!root) return fail({path}, "git-bare-repository", "is in a bare repository, which has no files to scan");
  std::string folder = root;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return Repository(std::move(handle), std::move(folder));
}

bool Repository::is_shallow() const { return git_repository_is_shallow(handle_.get()) == 1; }

Result<Provenance> read_provenance(const Repository& repository) {
  Provenance out;
  out.remote_url = public_url(first_remote_url(repository.get()));
  ReferenceHandle head = own<ReferenceHandle>([&](git_reference** to) { return git_repository_head(to, repository.get()); });
  if (!head) return out;  // nothing was committed yet
  if (git_reference_is_branch(head.get())) out.branch = git_reference_shorthand(head.get());
  ObjectHandle commit = own<ObjectHandle>([&](git_object** to) { return git_reference_peel(to, head.get(), GIT_OBJECT_COMMIT); });
  if (!commit) return fail({}, "git-head", "HEAD does not lead to a commit: " + last_git_error());
  char hex[GIT_OID_HEXSZ + 1];
  out.revision = git_oid_tostr(hex, sizeof hex, git_object_id(commit.get()));
  out.is_dirty = is_dirty(repository.get(), commit.get());
  return out;
}

std::string public_url(std::string_view url) {
  std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) {
    // `user@host:path`, unless a '/' comes before the colon: then, and without a colon, it is a local path.
    std::size_t colon = url.find(':');
    bool is_remote = colon != std::string_view::npos && colon > 1 && url.substr(0, colon).find('/') == std::string_view::npos;
    if (!is_remote) return "";
    std::string_view host = url.substr(0, colon);
    host.remove_prefix(host.rfind('@') + 1);
    std::string_view path = url.substr(colon + 1);
    while (path.starts_with('/')) path.remove_prefix(1);
    return "ssh://" + std::string(host) + "/" + std::string(path);
  }
  std::string scheme = to_lower(url.substr(0, scheme_end));
  bool is_plain = std::all_of(scheme.begin(), scheme.end(), [](unsigned char c) { return std::isalnum(c) || c == '+' || c == '-' || c == '.'; });
  if (scheme == "file" || !is_plain) return "";
  std::string_view rest = url.substr(scheme_end + 3);
  rest = rest.substr(0, rest.find_first_of("?#"));
  // A password may hold a '/' that nobody escaped: everything up to the last '@' goes.
  rest.remove_prefix(rest.rfind('@') + 1);
  return scheme + "://" + std::string(rest);
}

}  // namespace sluice
