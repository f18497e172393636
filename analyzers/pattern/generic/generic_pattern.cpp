#include "analyzers/pattern/generic/generic_pattern.h"

#include <algorithm>

#include "analyzers/pattern/generic/comments.h"
#include "analyzers/pattern/generic/space_matcher.h"

namespace sluice {
namespace {

// `$....X` is bound as `$...X`.
std::string bound_name(std::string_view written) {
  if (!written.starts_with("$...")) return std::string(written);
  return "$..." + std::string(written.substr(std::min(written.find_first_not_of('.', 1), written.size())));
}

void bind(NameId variable, ByteRange range, Bindings& bindings) {
  Binding binding;
  binding.variable = variable;
  binding.range = range;
  binding.is_text = true;
  bindings.push(binding);
}

}  // namespace

std::string_view GenericText::text(GenericOptions::Comments comments) {
  if (comments == GenericOptions::Comments::None) return text_;
  Form& form = forms_[comments];
  if (!form.has_text) form.text = without_comments(text_, comments);
  form.has_text = true;
  return form.text;
}

const TextBlocks& GenericText::blocks(GenericOptions::Comments comments) {
  std::string_view source = text(comments);
  Form& form = forms_[comments];
  if (!form.has_blocks) form.blocks = read_text_blocks(source);
  form.has_blocks = true;
  return form.blocks;
}

Result<GenericPattern> compile_generic_pattern(std::string_view text, const GenericOptions& options, Names& names, const Place& place) {
  GenericPattern pattern;
  pattern.text_ = text;
  pattern.options_ = options;
  const std::vector<std::string>* variables = nullptr;
  if (options.engine == GenericOptions::Engine::Aliengrep) {
    SLUICE_TRY(AlienPattern alien, compile_alien_pattern(text, options, place));
    variables = &pattern.engine_.emplace<AlienPattern>(std::move(alien)).variables;
  } else {
    SLUICE_TRY(SpacePattern space, parse_space_pattern(text, place));
    variables = &pattern.engine_.emplace<SpacePattern>(std::move(space)).variables;
  }
  for (const std::string& name : *variables) pattern.variables_.push_back(names.intern(bound_name(name)));
  return pattern;
}

GenericMatches GenericPattern::find(GenericText& text) const {
  if (const auto* space = std::get_if<SpacePattern>(&engine_)) return find_space(*space, text);
  return find_alien(std::get<AlienPattern>(engine_), text);
}

GenericMatches GenericPattern::find_space(const SpacePattern& pattern, GenericText& text) const {
  std::string_view source = text.text(options_.comments);
  GenericMatches out;
  // Cheaper than to make blocks of a text that has nothing of the pattern.
  if (source.find(pattern.rarest_word) == std::string_view::npos) return out;
  SpaceMatches found = find_space_matches(pattern, text.blocks(options_.comments), source, options_.ellipsis_max_span);
  out.met_limit = found.met_limit;
  const std::uint32_t base = text.base();
  for (const SpaceMatch& match : found.list) {
    out.list.push_back({{match.range.begin + base, match.range.end + base}, {}});
    for (std::size_t i = 0; i < variables_.size(); ++i)
      bind(variables_[i], {match.variables[i].begin + base, match.variables[i].end + base}, out.list.back().bindings);
  }
  return out;
}

GenericMatches GenericPattern::find_alien(const AlienPattern& pattern, GenericText& text) const {
  GenericMatches out;
  std::string_view source = text.text(options_.comments);
  if (source.find(pattern.rarest_word) == std::string_view::npos) return out;
  const std::uint32_t base = text.base();
  for (const RegexMatch& match : pattern.regex.find_all(source, out.met_limit)) {
    out.list.push_back({{match.begin + base, match.end + base}, {}});
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      auto group = std::ranges::find(match.groups, "v" + std::to_string(i), &RegexMatch::Group::name);
      ByteRange range = group == match.groups.end() ? ByteRange{match.end, match.end} : ByteRange{group->begin, group->end};
      bind(variables_[i], {range.begin + base, range.end + base}, out.list.back().bindings);
    }
  }
  return out;
}

}  // namespace sluice
