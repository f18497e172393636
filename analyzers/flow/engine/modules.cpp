// What a name that is imported means: what other files give under it (engine/imports.h).
#include <algorithm>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {
namespace {

constexpr int kDeepest = 8;  // files that give on what others give

}  // namespace

Program::Meaning Program::meaning_of(const ImportedName& name, FileId from, int depth) const {
  if (name.name.empty()) return {};
  return name.is_whole ? module_meaning(name.name, from, depth) : find(name.name, from, depth);
}

std::string Program::required_name(FileId from, std::string_view text) const {
  return text.starts_with('.') || text.starts_with('@') || text.starts_with('~') ? script_module(files_[from.index].header.path, text) : std::string();
}

Program::Meaning Program::required_module(FileId from, std::string_view text) const { return meaning_of({required_name(from, text), true}, from); }

const GivenName* Program::given(FileId id, std::string_view name) const {
  const std::vector<GivenName>& names = files_[id.index].header.given.names;
  auto at = std::ranges::lower_bound(names, name, {}, &GivenName::name);
  return at == names.end() || at->name != name ? nullptr : &*at;
}

Program::Meaning Program::module_meaning(std::string_view dotted, FileId from, int depth) const {
  Meaning meaning;
  std::vector<FileId> files = files_of_module(dotted, from, false);
  if (files.empty()) return meaning;
  if (const GivenName* whole = given(files[0], kWholeModule)) return given_meaning(files[0], *whole, depth);
  meaning.file = files[0];
  meaning.variable = {files_[files[0].index].header.given.exports};
  return meaning;
}

Program::Meaning Program::given_meaning(FileId id, const GivenName& given, int depth) const {
  Meaning meaning;
  if (depth >= kDeepest) return meaning;
  if (!given.elsewhere.name.empty()) return meaning_of(given.elsewhere, id, depth + 1);
  if (given.class_node != GivenName::kNone) {
    if (auto known = files_[id.index].classes.find(given.class_node); known != files_[id.index].classes.end()) meaning.of_class = known->second;
  } else if (given.function != GivenName::kNone) {
    meaning.functions = {global(id, {given.function})};
  } else {
    meaning.file = id;
    meaning.variable = {given.variable};
  }
  return meaning;
}

// A member that a file gives; the files that give on all of another are asked in turn.
Program::Meaning Program::given_member(FileId id, std::string_view name, int depth) const {
  if (const GivenName* known = given(id, name)) return given_meaning(id, *known, depth);
  if (depth < kDeepest)
    for (const std::string& module : files_[id.index].header.given.all)
      if (Meaning meaning = find(module + "." + std::string(name), id, depth + 1); meaning.is_known()) return meaning;
  return {};
}

}  // namespace sluice::flow
