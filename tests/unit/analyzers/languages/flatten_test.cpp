// The copy of a tree-sitter tree, made from its memory, against a slow one made with the cursor.
#include <catch2/catch.hpp>
#include <tree_sitter/api.h>

#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/flatten.h"
#include "base/file.h"

using namespace sluice;
namespace fs = std::filesystem;

namespace {

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct DeleteTree {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using Tree = std::unique_ptr<TSTree, DeleteTree>;

Tree parse(const TSLanguage* language, std::string_view text) {
  std::unique_ptr<TSParser, DeleteParser> parser(ts_parser_new());
  REQUIRE(ts_parser_set_language(parser.get(), language));
  return Tree(ts_parser_parse_string(parser.get(), nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
}

// A line a node: depth, place, symbol, field, what the parser says of it.
void describe_below(TSTreeCursor& cursor, std::size_t depth, std::vector<std::string>& lines) {
  const TSNode node = ts_tree_cursor_current_node(&cursor);
  lines.push_back(fmt::format("{} {}-{} {} {} {}{}{}", depth, ts_node_start_byte(node), ts_node_end_byte(node), ts_node_symbol(node), ts_tree_cursor_current_field_id(&cursor),
                              ts_node_is_named(node) ? "n" : "", ts_node_is_missing(node) ? "m" : "", ts_node_is_error(node) ? "e" : ""));
  if (!ts_tree_cursor_goto_first_child(&cursor)) return;
  do describe_below(cursor, depth + 1, lines);
  while (ts_tree_cursor_goto_next_sibling(&cursor));
  ts_tree_cursor_goto_parent(&cursor);
}

std::vector<std::string> by_cursor(const TSTree* tree) {
  std::vector<std::string> lines;
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  describe_below(cursor, 0, lines);
  ts_tree_cursor_delete(&cursor);
  return lines;
}

std::vector<std::string> by_copy(const TSTree* tree) {
  const RawTree raw = flatten(tree, 0);
  std::vector<std::string> lines;
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 0; i < raw.nodes.size(); ++i) {
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    const RawNode& node = raw.nodes[i];
    lines.push_back(fmt::format("{} {}-{} {} {} {}{}{}", ends.size(), node.begin, node.end, node.symbol, node.field, node.named ? "n" : "", node.missing ? "m" : "", node.error ? "e" : ""));
    ends.push_back(node.last);
  }
  return lines;
}

}  // namespace

TEST_CASE("a copied tree is the tree that tree-sitter's cursor sees, also of broken code", "[analyzers][languages]") {
  std::size_t compared = 0;
  for (const char* folder : {"tests/rules", "tests/unit/analyzers/languages/syntax", "tests/unit/analyzers/languages/samples"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SLUICE_SOURCE_DIR) / folder)) {
      const LanguageDefinition* definition = entry.is_regular_file() ? find_definition(language_of(entry.path().string()).language) : nullptr;
      if (!definition || !definition->grammar) continue;
      auto text = read_file(entry.path());
      REQUIRE(text);
      // What is cut off in the middle has errors, and nodes that the parser made up.
      for (std::size_t size : {text->size(), text->size() / 2, text->size() / 3}) {
        const Tree tree = parse(definition->grammar(), std::string_view(*text).substr(0, size));
        INFO(entry.path() << " " << size);
        CHECK(by_copy(tree.get()) == by_cursor(tree.get()));
        ++compared;
      }
    }
  CHECK(compared > 100);
}

TEST_CASE("a tree is cut at the depth bound", "[analyzers][languages]") {
  const LanguageDefinition* json = find_definition(Language::Json);
  const std::string text = std::string(kMaxDepth + 10, '[') + std::string(kMaxDepth + 10, ']');
  const RawTree raw = flatten(parse(json->grammar(), text).get(), 0);
  CHECK(raw.was_cut);
  CHECK(std::ranges::count_if(raw.nodes, [](const RawNode& node) { return node.cut; }) == 1);
}
