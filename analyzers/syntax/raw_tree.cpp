#include "analyzers/syntax/raw_tree.h"

#include <tree_sitter/api.h>

#include <chrono>
#include <memory>

#include "base/result.h"

namespace sluice {
namespace {

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct DeleteTree {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
struct Cursor {
  TSTreeCursor cursor;
  explicit Cursor(TSNode node) : cursor(ts_tree_cursor_new(node)) {}
  ~Cursor() { ts_tree_cursor_delete(&cursor); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
};

// A safety net against input made to be slow, far above what real files take
// (about 10 MB a second), so that it does not make results depend on the machine.
constexpr std::chrono::seconds kParseLimit{30};

using Clock = std::chrono::steady_clock;

struct Patience {
  Clock::time_point deadline;
  OnError on_error;
};

bool is_enough(TSParseState* state) {
  const auto& patience = *static_cast<Patience*>(state->payload);
  return (state->has_error && patience.on_error == OnError::GiveUp) || Clock::now() > patience.deadline;
}

struct Input {
  std::string_view text;
};

const char* read_input(void* payload, uint32_t offset, TSPoint, uint32_t* size) {
  std::string_view text = static_cast<Input*>(payload)->text;
  *size = offset < text.size() ? static_cast<uint32_t>(text.size() - offset) : 0;
  return offset < text.size() ? text.data() + offset : "";
}

RawNode to_raw(TSNode node, TSFieldId field) {
  RawNode raw;
  raw.begin = ts_node_start_byte(node);
  raw.end = ts_node_end_byte(node);
  raw.symbol = ts_node_symbol(node);
  raw.field = field;
  raw.named = ts_node_is_named(node);
  raw.missing = ts_node_is_missing(node);
  raw.error = ts_node_is_error(node);
  return raw;
}

RawTree flatten(TSNode root, std::size_t text_size) {
  RawTree out;
  out.nodes.reserve(text_size / 3 + 16);
  std::vector<std::uint32_t> open;
  Cursor walk(root);
  TSTreeCursor* cursor = &walk.cursor;
  for (;;) {
    auto index = static_cast<std::uint32_t>(out.nodes.size());
    out.nodes.push_back(to_raw(ts_tree_cursor_current_node(cursor), ts_tree_cursor_current_field_id(cursor)));
    bool too_deep = open.size() >= kMaxDepth;
    if (!too_deep && ts_tree_cursor_goto_first_child(cursor)) {
      open.push_back(index);
      continue;
    }
    if (too_deep && ts_node_child_count(ts_tree_cursor_current_node(cursor)) > 0) out.was_cut = out.nodes[index].cut = true;
    out.nodes[index].last = index + 1;
    while (!ts_tree_cursor_goto_next_sibling(cursor)) {
      if (open.empty()) return out;
      ts_tree_cursor_goto_parent(cursor);
      out.nodes[open.back()].last = static_cast<std::uint32_t>(out.nodes.size());
      open.pop_back();
    }
  }
}

}  // namespace

RawTree parse_raw(const TSLanguage* language, std::string_view text) { return parse_raw(language, text, {}); }

RawTree parse_raw(const TSLanguage* language, std::string_view text, std::span<const ByteRange> parts, OnError on_error) {
  // One parser a thread: making one costs more than parsing a small file.
  thread_local std::unique_ptr<TSParser, DeleteParser> parser(ts_parser_new());
  bool ok = ts_parser_set_language(parser.get(), language);
  SLUICE_ASSERT(ok, "the grammar's version is one the tree-sitter core reads");
  // Rows and columns are not asked for; only the bytes count.
  std::vector<TSRange> ranges;
  for (ByteRange part : parts) ranges.push_back({{0, 0}, {UINT32_MAX, UINT32_MAX}, part.begin, part.end});
  bool is_in_order = ts_parser_set_included_ranges(parser.get(), ranges.data(), static_cast<std::uint32_t>(ranges.size()));
  SLUICE_ASSERT(is_in_order, "the parts of a text are in order and do not overlap");
  Input input{text};
  Patience patience{Clock::now() + kParseLimit, on_error};
  TSParseOptions options{&patience, is_enough};
  std::unique_ptr<TSTree, DeleteTree> tree(
      ts_parser_parse_with_options(parser.get(), nullptr, {&input, read_input, TSInputEncodingUTF8, nullptr}, options));
  if (!tree) {
    ts_parser_reset(parser.get());
    RawTree none;
    none.gave_up = true;
    RawNode root;
    root.end = static_cast<std::uint32_t>(text.size());
    root.last = 1;
    root.named = root.error = true;
    none.nodes.push_back(root);
    return none;
  }
  return flatten(ts_tree_root_node(tree.get()), parts.empty() ? text.size() : parts.back().end - parts.front().begin);
}

}  // namespace sluice
