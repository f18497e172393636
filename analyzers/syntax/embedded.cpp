#include "analyzers/syntax/embedded.h"

#include <algorithm>

#include "analyzers/syntax/embedded_parts.h"
#include "analyzers/syntax/shaper.h"
#include "base/text.h"

namespace sluice {
namespace {

bool has_word(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// --- PHP: the HTML between the code is one page ---

std::vector<ByteRange> texts_of(const Unit& file) {
  std::vector<ByteRange> texts;
  for (const Node& node : file.nodes())
    if (node.kind == Kind::Text && node.begin < node.end && (texts.empty() || node.begin >= texts.back().end)) texts.push_back({node.begin, node.end});
  return texts;
}

// The pieces of `ranges` that lie within one of `whole`; both are in order.
std::vector<ByteRange> intersection(const std::vector<ByteRange>& ranges, const std::vector<ByteRange>& whole) {
  std::vector<ByteRange> out;
  auto from = whole.begin();
  for (ByteRange range : ranges) {
    while (from != whole.end() && from->end <= range.begin) ++from;
    for (auto at = from; at != whole.end() && at->begin < range.end; ++at)
      out.push_back({std::max(range.begin, at->begin), std::min(range.end, at->end)});
  }
  return out;
}

void find_scripts_between(const Unit& file, std::vector<EmbeddedPart>& parts) {
  std::vector<ByteRange> texts = texts_of(file);
  if (texts.empty()) return;
  find_scripts(read_unit_parts(Language::Html, file.source_text(), texts, nullptr), parts);
  for (EmbeddedPart& part : parts) part.ranges = intersection(part.ranges, texts);
}

// --- Dockerfiles: what the shell reads is in the tree already ---

bool is_shell_block(const Unit& file, NodeId id) {
  const Node& node = file.node(id);
  return node.kind == Kind::Block && node.role == Role::Init && file.node(file.parent(id)).kind == Kind::Call;
}

void copy_below(const Unit& file, NodeId parent, Unit::Builder& out) {
  for (NodeId child : file.children(parent)) {
    const Node& node = file.node(child);
    NodeId copy = out.open(node.kind, node.role, {node.begin, node.end}, node.symbol);
    if (node.text.valid()) out.set_text(copy, file.text(child));
    copy_below(file, child, out);
    out.close();
  }
}

// The block as a file in the shell's language.
Unit shell_unit(const Unit& file, NodeId block, const Names* base_names) {
  Unit::Builder out(Language::Bash, file.source_text(), base_names);
  out.open(Kind::File, Role::None, {file.node(block).begin, file.node(block).end});
  copy_below(file, block, out);
  out.close();
  return std::move(out).build();
}

void add_shell_units(std::vector<Unit>& units, const Names* base_names) {
  for (std::uint32_t i = 1; i < units[0].size(); ++i)
    if (is_shell_block(units[0], {i})) units.push_back(shell_unit(units[0], {i}, base_names));
}

// --- contents ---

// The lines of [begin, end) without what indents them all. Folded lines lose their line ends.
std::vector<ByteRange> lines_of(std::string_view text, ByteRange range, bool is_folded) {
  std::vector<ByteRange> lines;
  std::size_t indent = std::string_view::npos;
  for (std::uint32_t at = range.begin; at < range.end;) {
    auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), range.end));
    std::size_t blanks = text.substr(at, end - at).find_first_not_of(" \t\r");
    indent = std::min(indent, blanks);
    lines.push_back({at, std::min(end + 1, range.end)});
    at = end + 1;
  }
  for (ByteRange& line : lines) {
    bool is_blank = trim(text.substr(line.begin, line.end - line.begin)).empty();
    // The last blank of a folded line's indentation stands for the line end before it.
    std::size_t left_out = is_folded && indent != std::string_view::npos && indent > 0 ? indent - 1 : indent;
    if (is_blank) line.begin = line.end - (line.end > line.begin && text[line.end - 1] == '\n' ? 1 : 0);
    else line.begin += static_cast<std::uint32_t>(left_out);
    bool keeps_end = !is_folded || is_blank;
    if (!keeps_end && text[line.end - 1] == '\n') --line.end;
  }
  std::erase_if(lines, [](ByteRange line) { return line.begin >= line.end; });
  return lines;
}

}  // namespace

std::vector<ByteRange> content_parts(const Unit& unit, NodeId id) {
  const Node& node = unit.node(id);
  std::string_view code = unit.code(id);
  auto header = static_cast<std::uint32_t>(std::min(code.find('\n'), code.size()));
  bool is_yaml = unit.language() == Language::Yaml;
  bool is_block = is_yaml && (code.starts_with('|') || code.starts_with('>')) && header < code.size();
  if (is_block) return lines_of(unit.source_text(), {node.begin + header + 1, node.end}, code.starts_with('>'));
  if (code.starts_with("<<")) {
    std::size_t last = code.rfind('\n');
    bool has_lines = header < code.size() && last > header;
    if (!has_lines) return {};
    return lines_of(unit.source_text(), {node.begin + header + 1, node.begin + static_cast<std::uint32_t>(last) + 1}, false);
  }
  bool is_quoted = code.size() >= 2 && (code[0] == '"' || code[0] == '\'') && code.back() == code[0];
  ByteRange content{node.begin + is_quoted, node.end - is_quoted};
  bool is_folded = is_yaml && header < code.size();
  if (is_folded) return lines_of(unit.source_text(), content, true);
  if (content.begin >= content.end) return {};
  return {content};
}

std::vector<ByteRange> without(std::string_view text, const std::vector<ByteRange>& ranges, std::string_view open, std::string_view close) {
  std::vector<ByteRange> out;
  for (ByteRange range : ranges) {
    std::string_view part = text.substr(0, range.end);
    for (std::size_t at = range.begin; at < range.end;) {
      std::size_t begin = part.find(open, at);
      std::size_t end = begin == std::string_view::npos ? begin : part.find(close, begin + open.size());
      if (end == std::string_view::npos) begin = end = range.end;
      else end += close.size();
      if (at < begin) out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(begin)});
      at = end;
    }
  }
  return out;
}

std::vector<Language> languages_within(Language language, std::string_view text) {
  switch (language) {
    case Language::Html: return {Language::Html, Language::Js, Language::Ts, Language::Tsx};
    case Language::Dockerfile: return {Language::Dockerfile, Language::Bash};
    case Language::Php:
      if (has_word(text, {"?>"}) || !trim(text).starts_with("<?php")) return {Language::Php, Language::Js, Language::Ts, Language::Tsx};
      return {language};
    case Language::Yaml:
      if (has_word(text, {"steps:", "script:"})) return {Language::Yaml, Language::Bash, Language::PowerShell, Language::Python};
      return {language};
    default: return {language};
  }
}

std::vector<EmbeddedPart> find_embedded(const Unit& file) {
  std::vector<EmbeddedPart> parts;
  switch (file.language()) {
    case Language::Html: find_scripts(file, parts); break;
    case Language::Php: find_scripts_between(file, parts); break;
    case Language::Yaml: find_steps(file, parts); break;
    default: break;
  }
  std::ranges::stable_sort(parts, {}, &EmbeddedPart::ranges);
  return parts;
}

std::vector<Unit> read_units(Language language, std::string_view text, const Names* base_names) {
  std::vector<Unit> units;
  units.push_back(read_unit(language, text, base_names));
  for (const EmbeddedPart& part : find_embedded(units[0])) units.push_back(read_unit_parts(part.language, text, part.ranges, base_names));
  if (language == Language::Dockerfile) add_shell_units(units, base_names);
  return units;
}

}  // namespace sluice
