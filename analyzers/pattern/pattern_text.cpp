#include "analyzers/pattern/pattern_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analyzers/languages/definition.h"
#include "analyzers/pattern/pattern_hole.h"
#include "analyzers/syntax/raw_tree.h"
#include "analyzers/syntax/shaper.h"
#include "base/file.h"
#include "base/text.h"

namespace sluice {
namespace {

// What the words of stand-ins begin with; no real code has them.
constexpr std::string_view kWord = "slmv";

struct Reading {
  std::string text;
  std::vector<StandIn> stand_ins;
  RawTree tree;
  ByteRange part;              // where the pattern lies in `text`
  bool is_head = false;
  std::uint32_t errors = 0;    // bytes in error nodes and made-up tokens
};

// The topmost nodes that lie within the pattern's part of the text, or begin there
// when the pattern is the head of something.
std::vector<RawIndex> nodes_within(const RawTree& tree, ByteRange part, bool is_head) {
  std::vector<RawIndex> found;
  for (RawIndex i = 1; i < tree.nodes.size();) {
    const RawNode& node = tree.nodes[i];
    bool begins_within = node.begin >= part.begin && node.begin < part.end;
    bool within = begins_within && (node.end <= part.end || is_head) && node.begin < node.end;
    if (within && node.named) found.push_back(i);
    bool overlaps = node.begin < part.end && node.end > part.begin;
    i = within || !overlaps ? node.last : i + 1;
  }
  return found;
}

class Reader {
 public:
  Reader(const LanguageDefinition& language, std::string_view text)
      : language_(language), rules_(language.pattern), text_(text), holes_(find_holes(language, text)) {
    if (rules_.ellipsis_at)
      for (Hole& hole : holes_)
        if (hole.kind == Kind::Ellipsis || hole.kind == Kind::SequenceHole) hole.settled = rules_.ellipsis_at(text_, hole.begin, hole.end);
    auto parameter = std::ranges::find(rules_.ellipsis, rules_.parameter);
    if (!rules_.parameter.empty() && parameter != rules_.ellipsis.end()) {
      parameter_choice_ = static_cast<std::size_t>(parameter - rules_.ellipsis.begin());
      for (Hole& hole : holes_) hole.is_parameter = is_ellipsis(hole) && is_at_parameter(text_, hole);
    }
    // `slmv b();` is a declaration to some grammars: the statement's stand-in comes first there.
    auto statement = std::ranges::find_if(rules_.ellipsis, [](std::string_view choice) { return choice.ends_with(';') && !choice.ends_with(";;"); });
    auto line = std::ranges::find(rules_.ellipsis, std::string_view("\n@\n"));
    bool is_by_line = statement == rules_.ellipsis.end() && language.has_bare_expressions && line != rules_.ellipsis.end();
    if (statement == rules_.ellipsis.end() && !is_by_line) return;
    statement_choice_ = static_cast<std::size_t>((is_by_line ? line : statement) - rules_.ellipsis.begin());
    for (Hole& hole : holes_) hole.is_statement = is_by_line ? is_at_line(text_, hole) : is_at_statement(text_, hole);
  }

  // The first reading without an error, else the best. What is read in one go is looked for
  // first: to try the holes one by one costs a hundred times as much.
  Reading read() {
    const std::vector<const PatternWrapper*> wrappers = wrappers_in_order();
    for (const PatternWrapper* wrapper : wrappers)
      if (auto reading = wrapper->is_fallback ? std::nullopt : read_in_one_go(*wrapper)) return *std::move(reading);
    Reading best;
    best.errors = UINT32_MAX;
    for (const PatternWrapper* wrapper : wrappers) {
      reset_holes();
      Reading reading = improve(*wrapper, try_reading(*wrapper));
      if (reading.errors < best.errors) best = std::move(reading);
      if (best.errors == 0) break;
    }
    return best;
  }

  // Where in the author's text, with words, the grammar first stumbles in a reading.
  std::string stumble(const Reading& reading) const {
    auto wrong = std::ranges::find_if(reading.tree.nodes, [](const RawNode& node) { return node.error || node.missing; });
    if (wrong == reading.tree.nodes.end()) return {};
    std::size_t at = author_offset(reading, wrong->begin);
    // The grammar says no more than that the whole is none of it.
    if (at == 0 && wrong->end >= reading.part.end) return {};
    Place place = place_of("", text_, at);
    std::string_view rest = trim(text_.substr(at));
    rest = rest.substr(0, std::min<std::size_t>(rest.find('\n'), 30));
    if (rest.empty()) return "; something is missing at its end";
    return fmt::format("; it is understood up to line {}, column {}: `{}`", place.line, place.column, rest);
  }

  // The pattern in its context, with stand-ins for the holes; not parsed yet.
  Reading substitute(const PatternWrapper& wrapper) const {
    Reading reading;
    reading.text = wrapper.before;
    reading.is_head = wrapper.is_head;
    reading.part.begin = static_cast<std::uint32_t>(reading.text.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < holes_.size(); ++i) {
      const Hole& hole = holes_[i];
      reading.text += text_.substr(at, hole.begin - at);
      auto begin = static_cast<std::uint32_t>(reading.text.size());
      reading.text += stand_in(hole, i);
      auto end = static_cast<std::uint32_t>(reading.text.size());
      if (hole.kind != Kind::DeepEllipsis) reading.stand_ins.push_back({{begin, end}, hole.kind, hole.name});
      at = hole.end;
    }
    reading.text += text_.substr(at);
    reading.part.end = static_cast<std::uint32_t>(reading.text.size());
    reading.text += wrapper.after;
    return reading;
  }

 private:
  // From a place in a reading to that in the author's text; within a stand-in to the begin of its hole.
  std::size_t author_offset(const Reading& reading, std::uint32_t offset) const {
    std::size_t before = reading.part.begin, at = 0;
    if (offset <= before) return 0;
    for (std::size_t i = 0; i < holes_.size(); ++i) {
      std::size_t begin = before + (holes_[i].begin - at), end = begin + stand_in(holes_[i], i).size();
      if (offset < begin) break;
      if (offset < end) return holes_[i].begin;
      before = end;
      at = holes_[i].end;
    }
    return std::min(text_.size(), at + (offset - before));
  }

  // Those for a pattern in braces come first for one, and not at all for others; so do those for a pair.
  std::vector<const PatternWrapper*> wrappers_in_order() const {
    std::vector<const PatternWrapper*> first, others;
    bool is_braced = text_.starts_with('{') && text_.ends_with('}');
    bool is_pair = is_map_pair(text_);
    for (const PatternWrapper& wrapper : rules_.wrappers) {
      bool is_special = wrapper.only_braced || wrapper.only_pair;
      bool is_meant = (wrapper.only_braced && is_braced) || (wrapper.only_pair && is_pair);
      if (is_meant) first.push_back(&wrapper);
      else if (!is_special) others.push_back(&wrapper);
    }
    first.insert(first.end(), others.begin(), others.end());
    return first;
  }

  // All ellipses with one stand-in.
  std::optional<Reading> read_in_one_go(const PatternWrapper& wrapper) {
    const std::size_t choices = has_open_ellipsis() ? rules_.ellipsis.size() : 1;
    for (std::size_t choice = 0; choice < std::max<std::size_t>(1, choices); ++choice) {
      reset_holes();
      set_ellipses(choice);
      Reading reading = try_reading(wrapper, OnError::GiveUp);
      if (reading.errors == 0) return reading;
    }
    return std::nullopt;
  }

  void reset_holes() {
    for (Hole& hole : holes_) hole.choice = hole.is_statement ? statement_choice_ : 0;
    for (Hole& hole : holes_)
      if (hole.is_parameter) hole.choice = parameter_choice_;
  }

  static bool is_ellipsis(const Hole& hole) { return hole.kind == Kind::Ellipsis || hole.kind == Kind::SequenceHole; }
  bool has_open_ellipsis() const {
    return std::ranges::any_of(holes_, [](const Hole& hole) { return is_ellipsis(hole) && !hole.is_statement && !hole.is_parameter && hole.settled.empty(); });
  }

  std::span<const std::string_view> candidates(const Hole& hole) const {
    if (hole.kind == Kind::DeepEllipsis || hole.kind == Kind::StringRegex || !hole.settled.empty()) return {};
    return hole.kind == Kind::Hole ? rules_.metavariable : rules_.ellipsis;
  }

  // Gives all `...` the same stand-in (`{..., "a": 1, ...}` is a dict only when both
  // are pairs), then changes one at a time while that takes errors away.
  Reading improve(const PatternWrapper& wrapper, Reading best) {
    std::size_t best_choice = 0;
    for (std::size_t choice = 1; choice < rules_.ellipsis.size() && best.errors > 0; ++choice) {
      set_ellipses(choice);
      Reading reading = try_reading(wrapper);
      if (reading.errors >= best.errors) continue;
      best = std::move(reading);
      best_choice = choice;
    }
    set_ellipses(best_choice);
    // A metavariable that looks like more than a name hides what it stands in: they are last.
    for (int pass = 0; pass < 3 && best.errors > 0; ++pass) {
      const std::uint32_t before = best.errors;
      for (Hole& hole : holes_) {
        if (pass == 0 && hole.kind == Kind::Hole) continue;
        std::size_t kept = hole.choice;
        for (std::size_t choice = 0; choice < candidates(hole).size() && best.errors > 0; ++choice) {
          if (choice == kept) continue;
          hole.choice = choice;
          Reading reading = try_reading(wrapper);
          if (reading.errors >= best.errors) continue;
          best = std::move(reading);
          kept = choice;
        }
        hole.choice = kept;
      }
      if (pass > 0 && best.errors == before) break;
    }
    return best;
  }

  void set_ellipses(std::size_t choice) {
    for (Hole& hole : holes_)
      if (is_ellipsis(hole) && !hole.is_statement && !hole.is_parameter) hole.choice = choice;
  }

  std::string stand_in(const Hole& hole, std::size_t number) const {
    if (hole.kind == Kind::DeepEllipsis) {
      std::string_view group = rules_.calls_without_brackets ? hole.name : std::string_view();
      return hole.name == "(" ? fmt::format("{}{}_deep(", group, kWord) : fmt::format("){}", group);
    }
    // The metavariable's case is kept: grammars tell constants from variables by it.
    // Letters and digits only: a tag's name takes no more. The same metavariable gets the same
    // word, so that `</$T>` closes `<$T>`.
    auto first = std::ranges::find_if(holes_, [&](const Hole& other) { return other.kind == Kind::Hole && other.name == hole.name; });
    if (hole.kind == Kind::Hole) number = static_cast<std::size_t>(first - holes_.begin());
    std::string word = fmt::format("{}{}", hole.kind == Kind::Hole ? "SLMV" : kWord, number);
    if (hole.kind == Kind::StringRegex) return text_[hole.begin] + word + text_[hole.begin];
    auto choices = candidates(hole);
    std::string_view choice = !hole.settled.empty() ? hole.settled : choices.empty() ? std::string_view("@") : choices[hole.choice];
    std::string out;
    for (char c : choice) out += c == '@' ? word : std::string(1, c);
    return out;
  }

  Reading try_reading(const PatternWrapper& wrapper, OnError on_error = OnError::Recover) const {
    Reading reading = substitute(wrapper);
    reading.tree = parse_for_shaping(language_, reading.text, {}, on_error);
    for (const RawNode& node : reading.tree.nodes) {
      if (node.error) reading.errors += 1 + node.end - node.begin;
      if (node.missing || is_keyword_as_name(node, reading.text)) reading.errors += 1;
    }
    if (reading.errors == 0 && has_split_hole(reading)) reading.errors = 1;
    return reading;
  }

  // A stand-in that fell into two things (`T name`, read as a type and a name) stands for none.
  static bool has_split_hole(const Reading& reading) {
    return std::ranges::any_of(reading.stand_ins, [&](const StandIn& stand_in) {
      return stand_in.kind == Kind::Hole && nodes_within(reading.tree, stand_in.range, false).size() > 1;
    });
  }

  bool is_keyword_as_name(const RawNode& node, std::string_view text) const {
    if (rules_.keywords.empty() || !node.named || find_syntax(language_.language)->shape(node.symbol).kind != Kind::Name) return false;
    std::string_view word = text.substr(node.begin, node.end - node.begin);
    if (node.begin > 0 && text[node.begin - 1] == '.') return false;  // Swift's `super.init(x)`
    for (std::size_t at = rules_.keywords.find(word); at != std::string_view::npos && !word.empty(); at = rules_.keywords.find(word, at + 1)) {
      bool begins = at == 0 || rules_.keywords[at - 1] == ' ';
      std::size_t end = at + word.size();
      if (begins && (end == rules_.keywords.size() || rules_.keywords[end] == ' ')) return true;
    }
    return false;
  }

  const LanguageDefinition& language_;
  const PatternSyntax& rules_;
  std::string_view text_;
  std::vector<Hole> holes_;
  std::size_t statement_choice_ = 0, parameter_choice_ = 0;
};

// `why`: where it could not be read.
std::optional<PatternTree> try_pattern(const LanguageDefinition& definition, std::string_view text, std::string& why) {
  Reader reader(definition, text);
  Reading reading = definition.read ? reader.substitute({}) : reader.read();
  if (reading.errors != 0) {
    why = reader.stumble(reading);
    return std::nullopt;
  }
  PatternTree tree;
  tree.ends_with_semicolon = text.ends_with(';');
  tree.text = std::make_unique<std::string>(std::move(reading.text));
  if (definition.read) {
    tree.unit = definition.read(*tree.text, nullptr, &reading.stand_ins);
    return tree.unit.errors().empty() ? std::optional(std::move(tree)) : std::nullopt;
  }
  Unit::Builder builder(definition.language, *tree.text, nullptr);
  Shaper shaper(*find_syntax(definition.language), reading.tree, *tree.text, builder, &reading.stand_ins);
  shaper.run_part(nodes_within(reading.tree, reading.part, reading.is_head), reading.part);
  tree.unit = std::move(builder).build();
  return tree;
}

}  // namespace

Result<PatternTree> parse_pattern(Language language, std::string_view text, const Place& place) {
  const LanguageDefinition* definition = find_definition(language);
  bool is_known = definition && (definition->grammar || definition->read);
  if (!is_known) return fail(place, "pattern-language", fmt::format("patterns in `{}` are not supported yet", name(language)));
  text = trim(text);
  if (text.empty()) return fail(place, "pattern-empty", "the pattern is empty");
  std::string prepared;
  if (definition->pattern.prepare) {
    prepared = definition->pattern.prepare(text);
    text = prepared;
  }
  std::string why, why_wider;
  auto tree = try_pattern(*definition, text, why);
  if (!tree && definition->pattern.wider) tree = try_pattern(definition->pattern.wider(), text, why_wider);
  if (!tree && definition->inner)
    if (auto inner = parse_pattern(definition->inner().language, text, place)) return inner;
  if (!tree) return fail(place, "pattern-syntax", fmt::format("the pattern is not {} code: `{}`{}", info(language).title, text, why));
  if (tree->unit.size() < 2) return fail(place, "pattern-empty", fmt::format("the pattern holds no code: `{}`", text));
  return *std::move(tree);
}

}  // namespace sluice
