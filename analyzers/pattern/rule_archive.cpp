#include "analyzers/pattern/rule_archive.h"

#include "base/archive.h"

namespace sluice {

// The members of everything that a rule is made of (base/archive.h). They stand in the
// namespace of the structs, where the archive looks for them.

template <class Archive, SameAs<Place> T>
void archive_members(Archive& archive, T& place) {
  auto& [file, line, column] = place;
  archive(file, line, column);
}

template <class Archive, SameAs<Error> T>
void archive_members(Archive& archive, T& error) {
  auto& [place, code, message] = error;
  archive(place, code, message);
}

template <class Archive, SameAs<Errors> T>
void archive_members(Archive& archive, T& errors) {
  archive(errors.list);
}

template <class Archive, SameAs<ConditionText> T>
void archive_members(Archive& archive, T& condition) {
  auto& [type, place, metavariable, text, types, constant_propagation, strip, language, formula] = condition;
  archive(type, place, metavariable, text, types, constant_propagation, strip, language, formula);
}

template <class Archive, SameAs<FormulaText> T>
void archive_members(Archive& archive, T& formula) {
  auto& [type, place, text, members, as, fix, conditions, focus] = formula;
  archive(type, place, text, members, as, fix, conditions, focus);
}

template <class Archive, SameAs<FixRegexText> T>
void archive_members(Archive& archive, T& fix) {
  auto& [place, regex, replacement, count] = fix;
  archive(place, regex, replacement, count);
}

template <class Archive, SameAs<JoinColumn> T>
void archive_members(Archive& archive, T& column) {
  auto& [part, name] = column;
  archive(part, name);
}

template <class Archive, SameAs<JoinCondition> T>
void archive_members(Archive& archive, T& condition) {
  auto& [left, right, op] = condition;
  archive(left, right, op);
}

template <class Archive, SameAs<JoinPart> T>
void archive_members(Archive& archive, T& part) {
  auto& [place, alias, file, renames, rules] = part;
  archive(place, alias, file, renames, rules);
}

template <class Archive, SameAs<JoinText> T>
void archive_members(Archive& archive, T& join) {
  auto& [parts, conditions] = join;
  archive(parts, conditions);
}

template <class Archive, SameAs<ExtractText> T>
void archive_members(Archive& archive, T& extract) {
  auto& [transform, metavariable, language, is_one_piece, include, exclude] = extract;
  archive(transform, metavariable, language, is_one_piece, include, exclude);
}

template <class Archive, SameAs<LabelExpression> T>
void archive_members(Archive& archive, T& expression) {
  auto& [type, label, parts] = expression;
  archive(type, label, parts);
}

template <class Archive, SameAs<TaintEndpoint> T>
void archive_members(Archive& archive, T& endpoint) {
  auto& [kind, by_side_effect, place, formula, models, exact, control, at_exit, not_conflicting, label, needs, replaced_labels, from, to] = endpoint;
  archive(kind, by_side_effect, place, formula, models, exact, control, at_exit, not_conflicting, label, needs, replaced_labels, from, to);
}

template <class Archive, SameAs<MatchOptions> T>
void archive_members(Archive& archive, T& options) {
  static_assert(std::is_trivially_copyable_v<MatchOptions>);
  auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = options;
  archive(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t);
}

template <class Archive, SameAs<GenericOptions> T>
void archive_members(Archive& archive, T& options) {
  auto& [engine, comments, max_span, multiline, caseless, braces, extra_braces, extra_word_characters] = options;
  archive(engine, comments, max_span, multiline, caseless, braces, extra_braces, extra_word_characters);
}

template <class Archive, SameAs<TaintOptions> T>
void archive_members(Archive& archive, T& options) {
  auto& [functions, indexes, comparisons, booleans, numbers] = options;
  archive(functions, indexes, comparisons, booleans, numbers);
}

template <class Archive, SameAs<RuleOptions> T>
void archive_members(Archive& archive, T& options) {
  auto& [match, generic, taint, max_match_per_file] = options;
  archive(match, generic, taint, max_match_per_file);
}

template <class Archive, SameAs<Rule> T>
void archive_members(Archive& archive, T& rule) {
  auto& [id, place, message, severity, languages, mode, formula, endpoints, join, extract, join_part, options, include_paths, exclude_paths, fix, has_fix, fix_regex, metadata] = rule;
  archive(id, place, message, severity, languages, mode, formula, endpoints, join, extract, join_part, options, include_paths, exclude_paths, fix, has_fix, fix_regex, metadata);
}

template <class Archive, SameAs<RuleFile> T>
void archive_members(Archive& archive, T& file) {
  auto& [rules, mistakes, warnings] = file;
  archive(rules, mistakes, warnings);
}

namespace {

// A Result as two members, one of which is empty.
struct Stored {
  bool is_read = false;
  RuleFile file;
  Errors errors;
};

template <class Archive, SameAs<Stored> T>
void archive_members(Archive& archive, T& stored) {
  auto& [is_read, file, errors] = stored;
  archive(is_read, file, errors);
}

}  // namespace

std::string to_bytes(const std::vector<ReadRuleFile>& files) {
  std::vector<Stored> stored;
  for (const ReadRuleFile& file : files) stored.push_back(file ? Stored{true, *file, {}} : Stored{false, {}, file.error()});
  ArchiveWriter writer;
  writer(stored);
  return std::move(writer).take();
}

std::optional<std::vector<ReadRuleFile>> rule_files_from_bytes(std::string_view bytes) {
  std::vector<Stored> stored;
  ArchiveReader reader(bytes);
  reader(stored);
  if (!reader.ok()) return std::nullopt;
  std::vector<ReadRuleFile> files;
  for (Stored& each : stored) {
    if (each.is_read) files.emplace_back(std::move(each.file));
    else files.emplace_back(std::unexpected(std::move(each.errors)));
  }
  return files;
}

}  // namespace sluice
