#include "analyzers/pattern/pattern_store.h"

#include <algorithm>

#include "base/archive.h"

namespace sluice {

template <class Archive, SameAs<NameId> T>
void archive_members(Archive& archive, T& name) {
  archive(name.index);
}

template <class Archive, SameAs<PatternNode::Group> T>
void archive_members(Archive& archive, T& group) {
  auto& [role, mode, children] = group;
  archive(role, mode, children);
}

template <class Archive, SameAs<PatternNode> T>
void archive_members(Archive& archive, T& node) {
  auto& [kind, role, symbol, name, word, dotted, regex, type, roles, groups] = node;
  archive(kind, role, symbol, name, word, dotted, regex, type, roles, groups);
}

template <class Archive, SameAs<TypeName> T>
void archive_members(Archive& archive, T& type) {
  auto& [name, arguments, pointers, arrays, literal] = type;
  archive(name, arguments, pointers, arrays, literal);
}

namespace {

// A pattern whose names are indices into a list of its own.
struct Stored {
  std::vector<std::string> names;    // in the order in which they were interned
  std::vector<std::string> regexes;  // their texts
  Pattern::Shape shape{};
  std::vector<PatternNode> nodes;
  std::uint32_t root = 0;
  std::vector<std::uint32_t> statements;
  std::vector<TypeName> types;
  std::vector<NameId> metavariables;
  std::vector<std::string> words;
};

template <class Archive, SameAs<Stored> T>
void archive_members(Archive& archive, T& stored) {
  auto& [names, regexes, shape, nodes, root, statements, types, metavariables, words] = stored;
  archive(names, regexes, shape, nodes, root, statements, types, metavariables, words);
}

// Every name of nodes and metavariables, to be read or replaced.
template <class Visit>
void for_each_name(std::vector<PatternNode>& nodes, std::vector<NameId>& metavariables, Visit visit) {
  auto visit_valid = [&](NameId& name) {
    if (name.valid()) visit(name);
  };
  for (PatternNode& node : nodes)
    for (NameId* name : {&node.name, &node.word, &node.dotted}) visit_valid(*name);
  for (NameId& name : metavariables) visit_valid(name);
}

std::string key_of(Language language, std::string_view text) { return std::string(name(language)) + '\0' + std::string(text); }

}  // namespace

PatternStore PatternStore::from_bytes(std::string_view bytes) {
  PatternStore store;
  ArchiveReader reader(bytes);
  reader(store.patterns_);
  if (!reader.ok()) store.patterns_.clear();
  return store;
}

std::string PatternStore::to_bytes() const {
  ArchiveWriter writer;
  writer(patterns_);
  return std::move(writer).take();
}

void PatternStore::add(const Pattern& pattern, const Names& names) {
  Stored stored{{}, {}, pattern.shape, pattern.nodes, pattern.root, pattern.statements, pattern.types, pattern.metavariables, pattern.words};
  for (const Regex& regex : pattern.regexes) stored.regexes.push_back(regex.text());
  std::vector<NameId> used;
  for_each_name(stored.nodes, stored.metavariables, [&](NameId& name) { used.push_back(name); });
  std::ranges::sort(used);
  used.erase(std::ranges::unique(used).begin(), used.end());
  for (NameId name : used) stored.names.emplace_back(names.text(name));
  for_each_name(stored.nodes, stored.metavariables, [&](NameId& name) {
    name.index = static_cast<std::uint32_t>(std::ranges::lower_bound(used, name) - used.begin());
  });
  ArchiveWriter writer;
  writer(stored);
  patterns_[key_of(pattern.language, pattern.text)] = std::move(writer).take();
  has_grown_ = true;
}

std::optional<Pattern> PatternStore::find(Language language, std::string_view text, Names& names) const {
  auto found = patterns_.find(key_of(language, text));
  if (found == patterns_.end()) return std::nullopt;
  Stored stored;
  ArchiveReader reader(found->second);
  reader(stored);
  if (!reader.ok()) return std::nullopt;
  Pattern pattern;
  for (const std::string& regex : stored.regexes) {
    auto compiled = Regex::compile(regex, kPatternRegexMode, {});
    if (!compiled) return std::nullopt;
    pattern.regexes.push_back(*std::move(compiled));
  }
  std::vector<NameId> ids;
  for (const std::string& name : stored.names) ids.push_back(names.intern(name));
  for_each_name(stored.nodes, stored.metavariables, [&](NameId& name) { name = ids[name.index]; });
  pattern.text = text;
  pattern.language = language;
  pattern.shape = stored.shape;
  pattern.nodes = std::move(stored.nodes);
  pattern.root = stored.root;
  pattern.statements = std::move(stored.statements);
  pattern.types = std::move(stored.types);
  pattern.metavariables = std::move(stored.metavariables);
  pattern.words = std::move(stored.words);
  return pattern;
}

}  // namespace sluice
