// analyzers/source/git_handles.h - owners of libgit2's objects. For the .cpp files of this room.
#pragma once
#include <git2.h>

#include <memory>

namespace sluice {

template <auto Free>
struct FreeWith {
  template <class T>
  void operator()(T* object) const { Free(object); }
};

template <class T, auto Free>
using GitHandle = std::unique_ptr<T, FreeWith<Free>>;

using ReferenceHandle = GitHandle<git_reference, git_reference_free>;
using ObjectHandle = GitHandle<git_object, git_object_free>;
using TreeHandle = GitHandle<git_tree, git_tree_free>;
using BlobHandle = GitHandle<git_blob, git_blob_free>;
using IndexHandle = GitHandle<git_index, git_index_free>;
using DiffHandle = GitHandle<git_diff, git_diff_free>;
using PatchHandle = GitHandle<git_patch, git_patch_free>;
using RemoteHandle = GitHandle<git_remote, git_remote_free>;
using OdbHandle = GitHandle<git_odb, git_odb_free>;

// The handle of what `make(&raw)` gives; null when it gives an error.
template <class Handle, class Make>
Handle own(const Make& make) {
  typename Handle::pointer raw = nullptr;
  if (make(&raw) != 0) return nullptr;
  return Handle(raw);
}

}  // namespace sluice
