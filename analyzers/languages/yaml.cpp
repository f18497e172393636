// YAML 1.2, grammar tree-sitter-yaml: documents of Map, Array and scalars.
#include <algorithm>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_yaml();

namespace sluice {
namespace {

// `key:` alone is null.
void shape_pair(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Pair, role, raw);
  s.visit_children(raw);
  std::uint32_t end = s.raw(raw).end;
  if (s.field(raw, "value") == kNoRaw && !s.is_pattern()) s.out().leaf(Kind::Null, Role::Value, {end, end}, "null");
  s.close();
}

// True for what is all of a pattern: nothing is open but the File.
bool is_whole_pattern(Shaper& s) { return s.is_pattern() && s.out().open_count() == 1; }

// `key: value` alone in a pattern is a pair of any mapping, not a mapping of one pair.
void shape_mapping(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> pairs = s.named_children(raw);
  if (is_whole_pattern(s) && pairs.size() == 1) return s.visit(pairs[0], role);
  s.visit_by_table(raw, role);
}

// What a node holds beside its anchor and tag; kNoRaw for nothing.
RawIndex content_of(const Shaper& s, RawIndex raw) {
  while (s.is(raw, "block_sequence_item") || s.is(raw, "block_node") || s.is(raw, "flow_node")) raw = s.last_named(raw);
  return raw;
}

// `- item` alone in a pattern is the item, wherever it stands.
void shape_sequence(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> items = s.named_children(raw);
  if (!is_whole_pattern(s) || items.size() != 1) return s.visit_by_table(raw, role);
  RawIndex item = content_of(s, items[0]);
  bool is_mapping = s.is(item, "block_mapping") || s.is(item, "flow_mapping");
  if (is_mapping) s.visit_by_table(item, role);
  else s.visit(item, role);
}

// The metavariable that is all the text of a block; an empty range for none.
ByteRange only_word(Shaper& s, RawIndex raw) {
  std::string_view text = s.text(raw);
  std::size_t header = std::min(text.find('\n'), text.size());
  std::string_view word = trim(text.substr(header));
  auto begin = s.raw(raw).begin + static_cast<std::uint32_t>(word.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(word.size())};
}

// `|` and `>`: the lines without their common indentation. What `>` folds stays as it is written.
void shape_block_scalar(Shaper& s, RawIndex raw, Role role) {
  if (s.is_pattern() && s.visit_stand_in(only_word(s, raw), role)) return;
  std::string_view text = s.text(raw);
  std::size_t header = text.find('\n');
  std::vector<std::string_view> lines;
  if (header != std::string_view::npos) lines = split(text.substr(header + 1), '\n');
  std::size_t indent = std::string_view::npos;
  for (std::string_view line : lines) indent = std::min(indent, line.find_first_not_of(" \t\r"));
  std::string content;
  for (std::string_view line : lines) {
    content += line.substr(std::min(indent, line.size()));
    content += '\n';
  }
  s.leaf(Kind::String, role, raw, content);
}

// How far back an alias's anchor is looked for: files made of aliases are not to be slow.
constexpr RawIndex kAnchorReach = 5'000;

// The scalar that an anchor names; kNoRaw for one that names a list or a mapping.
RawIndex find_anchored_scalar(const Shaper& s, RawIndex alias) {
  std::string_view name = s.text(alias).substr(1);
  RawIndex first = alias > kAnchorReach ? alias - kAnchorReach : 0;
  for (RawIndex i = alias; i-- > first;) {
    if (!s.text(i).starts_with('&') || s.text(i).substr(1) != name || !s.is(i, "anchor")) continue;
    RawIndex next = s.raw(i).last;
    RawIndex scalar = s.is(next, "plain_scalar") ? s.first_named(next) : next;
    Kind kind = s.kind_of(scalar);
    bool is_scalar = kind == Kind::String || kind == Kind::Number || kind == Kind::Boolean;
    return is_scalar && !s.is(scalar, "block_scalar") ? scalar : kNoRaw;
  }
  return kNoRaw;
}

// `*x` is the scalar that `&x` stands before, where that is one; else a Name.
void shape_alias(Shaper& s, RawIndex raw, Role role) {
  RawIndex scalar = find_anchored_scalar(s, raw);
  if (scalar == kNoRaw) return s.leaf(Kind::Name, role, raw, s.text(raw).substr(1));
  Kind kind = s.kind_of(scalar);
  std::string_view text = s.text(scalar);
  s.leaf(kind, role, raw, kind == Kind::Number ? number_value(text) : kind == Kind::String ? std::string(string_content(text)) : std::string(text));
}

constexpr NodeShape kShapes[] = {
    {.type = "document", .make = Make::Splice},
    {.type = "block_node", .make = Make::Splice},
    {.type = "flow_node", .make = Make::Splice},
    {.type = "plain_scalar", .make = Make::Splice},
    {.type = "block_mapping", .kind = Kind::Map, .shape = shape_mapping},
    {.type = "flow_mapping", .kind = Kind::Map, .shape = shape_mapping},
    {.type = "block_mapping_pair", .kind = Kind::Pair, .shape = shape_pair},
    {.type = "flow_pair", .kind = Kind::Pair, .shape = shape_pair},
    {.type = "block_sequence", .kind = Kind::Array, .shape = shape_sequence},
    {.type = "block_sequence_item", .make = Make::Splice},
    {.type = "flow_sequence", .kind = Kind::Array},
    {.type = "string_scalar", .kind = Kind::String, .make = Make::Leaf},
    {.type = "timestamp_scalar", .kind = Kind::String, .make = Make::Leaf},
    {.type = "integer_scalar", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float_scalar", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean_scalar", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_scalar", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "double_quote_scalar", .kind = Kind::String, .shape = shape_string},
    {.type = "single_quote_scalar", .kind = Kind::String, .shape = shape_string},
    {.type = "block_scalar", .kind = Kind::String, .shape = shape_block_scalar},
    {.type = "alias", .kind = Kind::Name, .shape = shape_alias},
    {.type = "anchor", .make = Make::Drop},
    {.type = "tag", .make = Make::Drop},
    {.type = "yaml_directive", .make = Make::Drop},
    {.type = "tag_directive", .make = Make::Drop},
    {.type = "reserved_directive", .make = Make::Drop},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {{.before = "", .after = ""}, {.before = "", .after = "\n"}};
constexpr std::string_view kEllipsis[] = {"@"};

// A line of a pattern: where its text begins, behind its indentation and behind each `- `.
struct Line {
  std::string_view text;
  std::vector<std::size_t> starts;
};

Line read_line(std::string_view text) {
  Line line{text, {}};
  std::size_t at = text.find_first_not_of(' ');
  while (at != std::string_view::npos) {
    line.starts.push_back(at);
    if (text[at] != '-' || at + 1 >= text.size() || text[at + 1] != ' ') break;
    at = text.find_first_not_of(' ', at + 1);
  }
  return line;
}

// What a line is to a `...` that begins in `column`: beside it, a part of what is beside it,
// or behind the end of the list that it is in.
enum class Beside { Pair, Item, Ellipsis, Deeper, Outside };

Beside beside(const Line& line, std::size_t column) {
  if (line.starts.empty() || line.starts.front() > column) return Beside::Deeper;
  if (std::ranges::find(line.starts, column) == line.starts.end()) return Beside::Outside;
  std::string_view rest = trim(line.text.substr(column));
  if (rest == "-" || rest.starts_with("- ")) return Beside::Item;
  return rest == "..." ? Beside::Ellipsis : Beside::Pair;
}

// What stands beside the `...` in `column` of the line `at`, which has it alone.
Beside find_beside(const std::vector<Line>& lines, std::size_t at, std::size_t column) {
  Beside found = Beside::Outside;
  auto look = [&](std::size_t i, bool is_entry) {
    Beside here = beside(lines[i], column);
    if (here == Beside::Pair || (here == Beside::Item && found == Beside::Outside)) found = here;
    return here != Beside::Outside && !is_entry;
  };
  // A line whose `- ` stands left of the column begins the entry: nothing before it counts.
  auto begins_entry = [&](std::size_t i) { return !lines[i].starts.empty() && lines[i].starts.front() < column; };
  if (!begins_entry(at))
    for (std::size_t i = at; i-- > 0 && look(i, begins_entry(i));) {}
  for (std::size_t i = at + 1; i < lines.size() && !begins_entry(i) && look(i, false); ++i) {}
  return found;
}

// `...` alone on its line is a pair among pairs and an item among items; alone in its place
// it is whatever may stand there.
std::string_view ellipsis_at(std::string_view pattern, std::size_t begin, std::size_t end) {
  std::size_t line_begin = begin == 0 ? 0 : pattern.rfind('\n', begin - 1) + 1;
  std::size_t line_end = std::min(pattern.find('\n', end), pattern.size());
  std::size_t column = begin - line_begin;
  std::vector<Line> lines;
  for (std::string_view text : split(pattern, '\n')) lines.push_back(read_line(text));
  auto number = static_cast<std::size_t>(std::ranges::count(pattern.substr(0, begin), '\n'));
  const Line& line = lines[number];
  bool is_alone = !line.starts.empty() && line.starts.back() == column && trim(pattern.substr(end, line_end - end)).empty();
  if (!is_alone) return "@";
  switch (find_beside(lines, number, column)) {
    case Beside::Pair: return "@: @";
    case Beside::Item: return line.starts.size() > 1 ? "@" : "- @";
    default: return "@";
  }
}
constexpr std::string_view kMetavariable[] = {"@"};

}  // namespace

const LanguageDefinition& yaml_definition() {
  static constexpr LanguageDefinition kYaml{
      .language = Language::Yaml,
      .grammar = tree_sitter_yaml,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .metavariable = kMetavariable, .line_comment = "# "},
      .has_indented_texts = true,
      .is_full = true,
  };
  return kYaml;
}

}  // namespace sluice
