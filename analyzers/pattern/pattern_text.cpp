#include "analyzers/pattern/pattern_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/syntax/raw_tree.h"
#include "analyzers/syntax/shaper.h"
#include "base/text.h"

namespace sluice {
namespace {

// What the words of stand-ins begin with; no real code has them.
constexpr std::string_view kWord = "slmv";

struct Hole {
  std::size_t begin = 0, end = 0;  // in the author's text
  Kind kind = Kind::Hole;
  std::string name;
  std::size_t choice = 0;  // index into the candidates of its kind
  bool is_statement = false;  // `...` where a statement would stand
};

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t skip_string(std::string_view text, std::size_t at) {
  char quote = text[at];
  bool is_long = text.substr(at).starts_with(std::string(3, quote)) && quote != '`';
  std::size_t width = is_long ? 3 : 1;
  for (std::size_t i = at + width; i < text.size(); ++i) {
    if (text[i] == '\\') ++i;
    else if (text.substr(i).starts_with(std::string(width, quote))) return i + width;
  }
  return at + 1;  // an apostrophe that opens nothing
}

// `$X`, `$...X`, `$_`: its length; 0 for anything else.
std::size_t metavariable_length(std::string_view text) {
  if (!text.starts_with('$')) return 0;
  std::size_t at = text.substr(1).starts_with("...") ? 4 : 1;
  std::size_t start = at;
  while (at < text.size() && ((text[at] >= 'A' && text[at] <= 'Z') || text[at] == '_' || (at > start && text[at] >= '0' && text[at] <= '9'))) ++at;
  bool goes_on = at < text.size() && text[at] >= 'a' && text[at] <= 'z';  // `$Xyz` is a name, `$_GET` was taken above
  return at == start || goes_on ? 0 : at;
}

bool is_superglobal(std::string_view word) {
  constexpr std::string_view kNames[] = {"$_GET", "$_POST", "$_COOKIE", "$_REQUEST", "$_SERVER", "$_FILES", "$_SESSION", "$_ENV"};
  for (std::string_view name : kNames)
    if (word == name) return true;
  return false;
}

class HoleFinder {
 public:
  HoleFinder(const PatternSyntax& syntax, std::string_view text) : syntax_(syntax), text_(text) {}

  std::vector<Hole> run() {
    search(0, text_.size());
    return std::move(holes_);
  }

 private:
  void search(std::size_t at, std::size_t end) {
    while (at < end) at = step(at);
  }

  // Handles what begins at `at`; where to go on.
  std::size_t step(std::size_t at) {
    std::string_view rest = text_.substr(at);
    if (!syntax_.line_comment.empty() && rest.starts_with(syntax_.line_comment)) return std::min(text_.find('\n', at), text_.size());
    if (syntax_.quotes.find(text_[at]) != std::string_view::npos) {
      std::size_t end = skip_string(text_, at);
      if (is_template(at)) search_template(at + 1, end);
      return end;
    }
    if (rest.starts_with("<...")) return add(at, 4, Kind::DeepEllipsis, "(");
    if (rest.starts_with("...>")) return add(at, 4, Kind::DeepEllipsis, ")");
    if (rest.starts_with("...")) return is_spread(rest) ? at + 3 : add(at, 3, Kind::Ellipsis, "...");
    if (std::size_t length = metavariable_length(rest); length > 0 && !is_superglobal(rest.substr(0, length))) {
      bool is_sequence = rest.substr(1).starts_with("...");
      std::string name(rest.substr(0, length));
      if (is_sequence) name.erase(1, 3);
      return add(at, length, is_sequence ? Kind::SequenceHole : Kind::Hole, std::move(name));
    }
    ++at;
    while (is_word_char(text_[at - 1]) && at < text_.size() && is_word_char(text_[at])) ++at;
    return at;
  }

  std::size_t add(std::size_t at, std::size_t length, Kind kind, std::string name) {
    holes_.push_back({at, at + length, kind, std::move(name)});
    return at + length;
  }

  bool is_spread(std::string_view rest) const {
    if (!syntax_.spread_before_name || rest.size() < 4) return false;
    return is_word_char(rest[3]) || rest[3] == '$' || rest[3] == '[' || rest[3] == '{';
  }

  bool is_template(std::size_t quote) const {
    if (syntax_.template_quotes.find(text_[quote]) == std::string_view::npos) return false;
    return syntax_.template_prefix.empty() || (quote > 0 && syntax_.template_prefix.find(text_[quote - 1]) != std::string_view::npos);
  }

  // Only the code in a template: `...` in its text is for the shaper.
  void search_template(std::size_t at, std::size_t end) {
    std::string_view open = syntax_.template_open;
    while ((at = text_.find(open, at)) < end) {
      std::size_t close = text_.find('}', at);
      if (close >= end) return;
      search(at + open.size(), close);
      at = close;
    }
  }

  const PatternSyntax& syntax_;
  std::string_view text_;
  std::vector<Hole> holes_;
};

// `{ ... foo(); }`, `a(); ... b();`: before a statement, not in a list.
bool is_at_statement(std::string_view text, const Hole& hole) {
  std::size_t before = hole.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", hole.begin - 1);
  std::size_t after = text.find_first_not_of(" \t\r\n", hole.end);
  bool begins = before == std::string_view::npos || std::string_view(";{}").find(text[before]) != std::string_view::npos;
  bool ends = after != std::string_view::npos && std::string_view(",;:.)]}=").find(text[after]) == std::string_view::npos;
  bool is_lambda_body = begins && hole.begin > 0 && trim(text.substr(0, before)).ends_with("=>");
  return hole.kind == Kind::Ellipsis && begins && (ends || is_lambda_body);
}

struct Reading {
  std::string text;
  std::vector<Placeholder> placeholders;
  RawTree tree;
  ByteRange part;              // where the pattern lies in `text`
  bool is_head = false;
  std::uint32_t errors = 0;    // bytes in error nodes and made-up tokens
};

class Reader {
 public:
  Reader(const Syntax& syntax, std::string_view text, std::vector<Hole> holes)
      : syntax_(syntax), rules_(syntax.definition().pattern), text_(text), holes_(std::move(holes)) {
    // `slmv b();` is a declaration to some grammars: the statement's stand-in comes first there.
    auto statement = std::ranges::find(rules_.ellipsis, std::string_view("@;"));
    if (statement == rules_.ellipsis.end()) return;
    statement_choice_ = static_cast<std::size_t>(statement - rules_.ellipsis.begin());
    for (Hole& hole : holes_) hole.is_statement = is_at_statement(text_, hole);
  }

  // The first reading without an error, else the best.
  Reading read() {
    Reading best;
    best.errors = UINT32_MAX;
    bool is_braced = text_.starts_with('{') && text_.ends_with('}');
    for (int round = 0; round < 2 && best.errors != 0; ++round) {
      for (const PatternWrapper& wrapper : rules_.wrappers) {
        if (wrapper.only_braced != (round == 0 && is_braced)) continue;
        for (Hole& hole : holes_) hole.choice = hole.is_statement ? statement_choice_ : 0;
        Reading reading = improve(wrapper, try_reading(wrapper));
        if (reading.errors < best.errors) best = std::move(reading);
        if (best.errors == 0) break;
      }
    }
    return best;
  }

 private:
  std::span<const std::string_view> candidates(const Hole& hole) const {
    if (hole.kind == Kind::DeepEllipsis) return {};
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
    for (int pass = 0; pass < 2 && best.errors > 0; ++pass) {
      for (Hole& hole : holes_) {
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
    }
    return best;
  }

  void set_ellipses(std::size_t choice) {
    for (Hole& hole : holes_)
      if ((hole.kind == Kind::Ellipsis || hole.kind == Kind::SequenceHole) && !hole.is_statement) hole.choice = choice;
  }

  std::string stand_in(const Hole& hole, std::size_t number) const {
    if (hole.kind == Kind::DeepEllipsis) return hole.name == "(" ? fmt::format("{}_deep(", kWord) : ")";
    // The metavariable's case is kept: grammars tell constants from variables by it.
    std::string word = fmt::format("{}_{}", kWord, number);
    if (hole.kind == Kind::Hole) word = fmt::format("SLMV_{}{}", hole.name.substr(1), number);
    auto choices = candidates(hole);
    std::string out;
    for (char c : choices.empty() ? std::string_view("@") : choices[hole.choice]) out += c == '@' ? word : std::string(1, c);
    return out;
  }

  Reading try_reading(const PatternWrapper& wrapper) const {
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
      if (hole.kind != Kind::DeepEllipsis) reading.placeholders.push_back({{begin, end}, hole.kind, hole.name});
      at = hole.end;
    }
    reading.text += text_.substr(at);
    reading.part.end = static_cast<std::uint32_t>(reading.text.size());
    reading.text += wrapper.after;
    reading.tree = parse_raw(syntax_.definition().grammar(), reading.text);
    for (const RawNode& node : reading.tree.nodes) {
      if (node.error) reading.errors += 1 + node.end - node.begin;
      if (node.missing) reading.errors += 1;
    }
    return reading;
  }

  const Syntax& syntax_;
  const PatternSyntax& rules_;
  std::string_view text_;
  std::vector<Hole> holes_;
  std::size_t statement_choice_ = 0;
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

}  // namespace

Result<PatternTree> parse_pattern(Language language, std::string_view text, const Place& place) {
  const Syntax* syntax = find_syntax(language);
  if (!syntax) return fail(place, "pattern-language", fmt::format("patterns in `{}` are not supported yet", name(language)));
  text = trim(text);
  if (text.empty()) return fail(place, "pattern-empty", "the pattern is empty");
  Reading reading = Reader(*syntax, text, HoleFinder(syntax->definition().pattern, text).run()).read();
  if (reading.errors > 0)
    return fail(place, "pattern-syntax", fmt::format("the pattern is not {} code: `{}`", info(language).title, text));
  PatternTree tree;
  tree.ends_with_semicolon = text.ends_with(';');
  tree.text = std::make_unique<std::string>(std::move(reading.text));
  Unit::Builder builder(language, *tree.text, nullptr);
  Shaper shaper(*syntax, reading.tree, *tree.text, builder, &reading.placeholders);
  shaper.run_part(nodes_within(reading.tree, reading.part, reading.is_head), reading.part);
  tree.unit = std::move(builder).build();
  if (tree.unit.size() < 2) return fail(place, "pattern-empty", fmt::format("the pattern holds no code: `{}`", text));
  return tree;
}

}  // namespace sluice
