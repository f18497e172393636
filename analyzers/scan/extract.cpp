#include "analyzers/scan/extract.h"

#include <algorithm>

#include "analyzers/syntax/embedded.h"

namespace sluice {
namespace {

using Transform = ExtractText::Transform;

// What the metavariable stands for, without the marks of a text where those are to go.
std::vector<ByteRange> ranges_of(const Unit& unit, const Binding& binding, Transform transform) {
  bool is_text = !binding.is_run && !binding.is_text && binding.node.valid() && unit.node(binding.node).kind == Kind::String;
  // YAML's texts need no quotes, and lose their indentation.
  bool is_bare = unit.language() == Language::Yaml || transform == Transform::Unquote;
  if (is_text && is_bare) return content_parts(unit, binding.node);
  return {binding.range};
}

ExtractedText piece_of(const Unit& unit, const Binding& binding, Transform transform) {
  if (transform == Transform::ConcatJson) return strings_of_json_list(unit.source_text(), binding.range);
  ExtractedText piece;
  std::vector<ByteRange> ranges = ranges_of(unit, binding, transform);
  bool has_escapes = transform == Transform::Unquote && ranges.size() == 1;  // texts of several lines have none
  for (ByteRange range : ranges) append(piece, unit.source_text(), range, has_escapes ? Escapes::Resolve : Escapes::Keep);
  return piece;
}

bool is_listed(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::any_of(ids, [id](std::string_view known) { return id == known || (id.size() > known.size() && id.ends_with(known) && id[id.size() - known.size() - 1] == '.'); });
}

}  // namespace

Extraction extract(const Unit& unit, const ExtractText& text, const std::vector<RuleMatch>& matches) {
  Extraction out;
  std::size_t bytes = 0;
  for (const RuleMatch& match : matches)
    for (const Binding& binding : match.bindings.list()) {
      if (unit.names().text(binding.variable) != text.metavariable || out.met_limit) continue;
      ExtractedText piece = piece_of(unit, binding, text.transform);
      if (piece.text.empty() || std::ranges::find(out.pieces, piece) != out.pieces.end()) continue;
      bytes += piece.text.size();
      out.met_limit = out.pieces.size() == kMaxPieces || bytes > kMaxExtractedBytes;
      if (!out.met_limit) out.pieces.push_back(std::move(piece));
    }
  if (!text.is_one_piece || out.pieces.size() < 2) return out;
  ExtractedText whole;
  for (const ExtractedText& piece : out.pieces) append(whole, piece);
  out.pieces = {std::move(whole)};
  return out;
}

bool is_wanted(const ExtractText& text, std::string_view rule_id) {
  if (is_listed(text.exclude, rule_id)) return false;
  return text.include.empty() || is_listed(text.include, rule_id);
}

}  // namespace sluice
