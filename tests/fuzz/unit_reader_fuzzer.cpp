// A file of any language becomes a Unit that is one tree, in order, within the text.
#include "analyzers/pattern/unit_index.h"
#include "analyzers/syntax/shaper.h"
#include "base/text.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {
namespace {

void check_node(const Unit& unit, NodeId id) {
  const Node& node = unit.node(id);
  REQUIRE_THAT(node.begin <= node.end && node.end <= unit.source_text().size());
  REQUIRE_THAT(node.last > id.index && node.last <= unit.size());
  if (id.index == 0) return;
  const Node& parent = unit.node(unit.parent(id));
  REQUIRE_THAT(node.parent < id.index && node.last <= parent.last);
  REQUIRE_THAT(!unit.declaration(id).valid() || unit.declaration(id).index < unit.size());
}

}  // namespace

void fuzz_unit_reader(std::string_view text) {
  auto [id, raw] = cut_line(text);
  auto language = find_language(id);
  if (!language || info(*language).kind != LanguageKind::Analyzed || *language == Language::Text) return;
  std::string code = to_valid_utf8(raw);  // what a Source's text is
  Unit unit = read_unit(*language, code, nullptr);
  for (std::uint32_t i = 0; i < unit.size(); ++i) check_node(unit, {i});
  UnitIndex index(unit);
  for (std::uint32_t i = 0; i < unit.size(); ++i) index.constant({i});
}

}  // namespace sluice::fuzz
