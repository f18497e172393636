#include "analyzers/syntax/raw_tree.h"

#include <tree_sitter/api.h>

#include <chrono>
#include <memory>

#include "analyzers/syntax/flatten.h"
#include "base/result.h"

namespace sluice {
namespace {

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct DeleteTree {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

// Against input made to be slow. The parser asks every hundred steps whether it may go on; real files of ten
// large repositories made it ask 0.033 times a byte at most. A count, unlike a clock, does not make results
// depend on the machine; the clock is the net below it, far above what real files take (10 MB a second).
constexpr std::uint64_t kAlwaysAllowed = 2'000, kBytesPerQuestion = 4;
constexpr std::chrono::seconds kParseLimit{30};

using Clock = std::chrono::steady_clock;

struct Patience {
  Clock::time_point deadline;
  std::uint64_t questions_left;
  OnError on_error;
};

bool is_enough(TSParseState* state) {
  auto& patience = *static_cast<Patience*>(state->payload);
  if (state->has_error && patience.on_error == OnError::GiveUp) return true;
  return patience.questions_left-- == 0 || Clock::now() > patience.deadline;
}

struct Input {
  std::string_view text;
};

const char* read_input(void* payload, uint32_t offset, TSPoint, uint32_t* size) {
  std::string_view text = static_cast<Input*>(payload)->text;
  *size = offset < text.size() ? static_cast<uint32_t>(text.size() - offset) : 0;
  return offset < text.size() ? text.data() + offset : "";
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
  const std::size_t bytes = parts.empty() ? text.size() : parts.back().end - parts.front().begin;
  Patience patience{Clock::now() + kParseLimit, kAlwaysAllowed + bytes / kBytesPerQuestion, on_error};
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
  return flatten(tree.get(), bytes / 3 + 16);
}

}  // namespace sluice
