#include "analyzers/pattern/generic/space_pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/generic/text_blocks.h"

namespace sluice {
namespace {

constexpr std::size_t kMaxParts = 2'000;

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  SpacePattern parse() && {
    std::vector<TextLine> lines = text_lines(text_);
    // The text as a whole may be indented; that says nothing.
    std::uint32_t base = lines.empty() ? 0 : std::ranges::min(lines, {}, &TextLine::indent).indent;
    std::vector<std::uint32_t> indents{base};
    for (const TextLine& line : lines) {
      for (; indents.back() > line.indent; indents.pop_back()) add({SpacePart::Type::Close});
      if (indents.back() < line.indent) {
        indents.push_back(line.indent);
        add({SpacePart::Type::Open});
      }
      read_line(line);
      out_.depth = std::max(out_.depth, static_cast<std::uint32_t>(indents.size()) - 1);
    }
    for (; indents.size() > 1; indents.pop_back()) add({SpacePart::Type::Close});
    return std::move(out_);
  }

 private:
  void read_line(const TextLine& line) {
    for (std::uint32_t at = line.begin; at < line.end;) {
      std::string_view rest = text_.substr(at, line.end - at);
      std::size_t length = 1;
      if (std::size_t variable = generic_variable_length(rest); variable > 0) {
        length = variable;
        add_variable(rest.substr(0, length));
      } else if (rest.starts_with("...")) {
        length = 3;
        add_dots();
      } else if (is_generic_word_byte(rest[0])) {
        while (length < rest.size() && is_generic_word_byte(rest[length])) ++length;
        if (length > out_.rarest_word.size()) out_.rarest_word = rest.substr(0, length);
        add({SpacePart::Type::Word, std::string(rest.substr(0, length))});
      } else if (rest[0] != ' ' && rest[0] != '\t' && rest[0] != '\r') {
        add({SpacePart::Type::Mark, std::string(rest.substr(0, 1))});
      }
      at += static_cast<std::uint32_t>(length);
    }
  }

  void add(SpacePart part) { out_.parts.push_back(std::move(part)); }

  void add_dots() {
    bool goes_on = !out_.parts.empty() && out_.parts.back().type == SpacePart::Type::Dots && out_.parts.back().variable < 0;
    if (goes_on) ++out_.parts.back().count;
    else add({SpacePart::Type::Dots});
  }

  void add_variable(std::string_view name) {
    auto known = std::ranges::find(out_.variables, name);
    out_.repeats_variable |= known != out_.variables.end();
    auto index = static_cast<std::int32_t>(known - out_.variables.begin());
    if (known == out_.variables.end()) out_.variables.emplace_back(name);
    bool is_sequence = name.starts_with("$...");
    add({is_sequence ? SpacePart::Type::Dots : SpacePart::Type::Variable, "", index});
  }

  std::string_view text_;
  SpacePattern out_;
};

}  // namespace

std::size_t generic_variable_length(std::string_view text) {
  if (!text.starts_with('$')) return 0;
  std::size_t at = text.substr(1).starts_with("...") ? 4 : 1;
  if (at >= text.size() || text[at] < 'A' || text[at] > 'Z') return 0;
  while (at < text.size() && is_generic_word_byte(text[at])) ++at;
  return at;
}

Result<SpacePattern> parse_space_pattern(std::string_view text, const Place& place) {
  SpacePattern pattern = Parser(text).parse();
  bool says_something = std::ranges::any_of(pattern.parts, [](const SpacePart& part) {
    return part.type == SpacePart::Type::Word || part.type == SpacePart::Type::Mark || part.type == SpacePart::Type::Variable || part.type == SpacePart::Type::Dots;
  });
  if (!says_something) return fail(place, "pattern-empty", "the pattern has no word, mark or metavariable to look for");
  if (pattern.parts.size() > kMaxParts)
    return fail(place, "pattern-too-long", fmt::format("the pattern has {} parts, more than {}", pattern.parts.size(), kMaxParts));
  return pattern;
}

}  // namespace sluice
