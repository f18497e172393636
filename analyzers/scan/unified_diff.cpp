#include <git2.h>

#include <memory>

#include "analyzers/scan/autofix.h"
#include "analyzers/source/decode.h"

namespace sluice {
namespace {

struct Library {
  Library() { git_libgit2_init(); }
  ~Library() { git_libgit2_shutdown(); }
};

struct Buffer {
  git_buf raw = {nullptr, 0, 0};
  ~Buffer() { git_buf_dispose(&raw); }
};

// The bytes as they are stored; of UTF-16, whose line ends no tool sees, the text.
std::string diffed(const std::string& text, Encoding encoding) {
  bool has_lines = encoding == Encoding::Utf8 || encoding == Encoding::Utf8Bom || encoding == Encoding::Windows1252;
  if (!has_lines) return text;
  auto bytes = encode(text, encoding);
  return bytes ? *std::move(bytes) : text;
}

}  // namespace

std::string unified_diff(const FixedFile& file) {
  Library library;
  std::string before = diffed(file.before, file.encoding), after = diffed(file.after, file.encoding);
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_FORCE_TEXT;
  git_patch* raw = nullptr;
  if (git_patch_from_buffers(&raw, before.data(), before.size(), file.path.c_str(), after.data(), after.size(), file.path.c_str(), &options) != 0) return {};
  std::unique_ptr<git_patch, void (*)(git_patch*)> patch(raw, git_patch_free);
  Buffer out;
  if (git_patch_to_buf(&out.raw, patch.get()) != 0) return {};
  return {out.raw.ptr, out.raw.size};
}

}  // namespace sluice
