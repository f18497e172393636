#include "analyzers/flow/engine/template_index.h"

#include <algorithm>

#include "base/text.h"

namespace sluice::flow {
namespace {

constexpr std::size_t kLongestName = 300;

std::string_view file_of(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }
std::string_view folder_of(std::string_view path) { return path.substr(0, path.size() - file_of(path).size()); }

// `_form.html.erb` is `form`.
std::string stem_of(std::string_view file) {
  if (file.starts_with('_')) file.remove_prefix(1);
  return to_lower(file.substr(0, file.find('.')));
}

std::size_t common_begin(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

// The last folder of `path` is called so, whatever the case.
bool is_in(std::string_view path, std::string_view folder) {
  std::string_view around = folder_of(path);
  if (around.empty() || folder.empty()) return false;
  around.remove_suffix(1);
  return to_lower(file_of(around)) == to_lower(folder);
}

// `name` with slashes alone: `a\b`, `./a/b`, `@App/b`, `admin::b`, `~/b`.
std::string with_slashes(std::string_view name) {
  if (std::size_t space = name.find("::"); space != std::string_view::npos) name.remove_prefix(space + 2);
  if (name.starts_with('@'))
    if (std::size_t slash = name.find('/'); slash != std::string_view::npos) name.remove_prefix(slash);
  std::string out;
  for (char c : name) out += c == '\\' ? '/' : c;
  while (out.starts_with("../")) out.erase(0, 3);
  while (out.starts_with("./") || out.starts_with("~/")) out.erase(0, 2);
  out.erase(0, out.find_first_not_of('/'));
  return out;
}

// Whether `path` may be what `name` says: its folders end in those of the name, its file begins with the name's.
bool is_meant(std::string_view path, std::string_view name) {
  std::string_view folders = folder_of(name), own = folder_of(path), file = file_of(path), wanted = file_of(name);
  bool ends_so = own.ends_with(folders) && (own.size() == folders.size() || folders.empty() || own[own.size() - folders.size() - 1] == '/');
  if (!ends_so) return false;
  if (file.starts_with('_') && !wanted.starts_with('_')) file.remove_prefix(1);
  if (to_lower(file.substr(0, wanted.size())) != to_lower(wanted)) return false;
  return file.size() == wanted.size() || file[wanted.size()] == '.';
}

}  // namespace

void TemplateIndex::add(Page page) {
  by_stem_[stem_of(file_of(page.path))].push_back(pages_.size());
  pages_.push_back(std::move(page));
}

const TemplateIndex::Page* TemplateIndex::find(std::string_view given, std::string_view folder, std::string_view from) const {
  if (given.empty() || given.size() > kLongestName) return nullptr;
  std::string name = with_slashes(given);
  auto best_of = [&](const std::string& wanted) -> const Page* {
    auto found = by_stem_.find(stem_of(file_of(wanted)));
    if (found == by_stem_.end()) return nullptr;
    const Page* best = nullptr;
    auto order = [&](const Page& page) { return std::tuple(is_in(page.path, folder), common_begin(page.path, from)); };
    for (std::size_t each : found->second) {
      const Page& page = pages_[each];
      if (!is_meant(page.path, wanted)) continue;
      bool is_better = !best || order(page) > order(*best) || (order(page) == order(*best) && page.path < best->path);
      if (is_better) best = &page;
    }
    return best;
  };
  if (const Page* page = best_of(name)) return page;
  // Blade's `admin.users.list`.
  if (name.find('/') != std::string::npos || name.find('.') == std::string::npos) return nullptr;
  std::ranges::replace(name, '.', '/');
  return best_of(name);
}

}  // namespace sluice::flow
