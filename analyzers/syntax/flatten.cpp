#include "analyzers/syntax/flatten.h"

// The core's own headers: what a Subtree is made of.
#include "language.h"
#include "subtree.h"
#include "tree.h"

namespace sluice {
namespace {

// A node some of whose children were not seen yet. Hidden ones are opened too: their children
// count as those of the visible node around them.
struct Open {
  Subtree node;
  const TSSymbol* aliases;      // by place among the children that are no extras; null: none
  const TSFieldMapEntry* fields_begin;
  const TSFieldMapEntry* fields_end;
  std::uint32_t child = 0;      // the next one
  std::uint32_t place = 0;      // extras (comments) do not count
  std::uint32_t position = 0;   // where the next child begins, its white space included
  std::uint32_t raw = 0;        // of the visible node that this is or lies in
  std::uint16_t field = 0;      // hidden: its own, which its children have when they have none
  bool visible = false;
};

class Flattener {
 public:
  Flattener(const TSTree* tree, std::size_t expected_nodes) : language_(tree->language), root_(tree->root) { out_.nodes.reserve(expected_nodes); }

  RawTree run() {
    std::uint32_t begin = ts_subtree_padding(root_).bytes;
    add(root_, 0, 0, begin);
    enter(root_, 0, 0, begin, true);
    while (!open_.empty()) {
      if (open_.back().child < ts_subtree_child_count(open_.back().node)) next_child();
      else leave();
    }
    return std::move(out_);
  }

 private:
  void next_child() {
    Open& parent = open_.back();
    const Subtree child = ts_subtree_children(parent.node)[parent.child];
    // The white space before the first child was counted with its parent's.
    const std::uint32_t begin = parent.position + (parent.child > 0 ? ts_subtree_padding(child).bytes : 0);
    parent.position = begin + ts_subtree_size(child).bytes;
    ++parent.child;
    const bool extra = ts_subtree_extra(child);
    const TSSymbol alias = extra || !parent.aliases ? TSSymbol{0} : parent.aliases[parent.place];
    const std::uint16_t field = extra ? std::uint16_t{0} : field_of(parent);
    if (!extra) ++parent.place;
    const std::uint32_t around = parent.raw;
    if (alias == 0 && !ts_subtree_visible(child)) {
      if (ts_subtree_visible_child_count(child) > 0) enter(child, around, field, begin, false);
      return;
    }
    auto raw = static_cast<std::uint32_t>(out_.nodes.size());
    add(child, alias, field, begin);
    const bool has_children = ts_subtree_visible_child_count(child) > 0;
    const bool too_deep = depth_ >= kMaxDepth;
    if (has_children && too_deep) out_.was_cut = out_.nodes[raw].cut = true;
    if (has_children && !too_deep) enter(child, raw, 0, begin, true);
    else out_.nodes[raw].last = raw + 1;
  }

  // Of the child at the parent's place: its own field, or that of the hidden parent.
  static std::uint16_t field_of(const Open& parent) {
    for (const TSFieldMapEntry* entry = parent.fields_begin; entry != parent.fields_end; ++entry)
      if (!entry->inherited && entry->child_index == parent.place) return entry->field_id;
    return parent.visible ? std::uint16_t{0} : parent.field;
  }

  void enter(Subtree node, std::uint32_t raw, std::uint16_t field, std::uint32_t begin, bool visible) {
    Open open{.node = node, .aliases = nullptr, .fields_begin = nullptr, .fields_end = nullptr};
    if (ts_subtree_child_count(node) > 0) {
      open.aliases = ts_language_alias_sequence(language_, node.ptr->production_id);
      ts_language_field_map(language_, node.ptr->production_id, &open.fields_begin, &open.fields_end);
    }
    open.position = begin;
    open.raw = raw;
    open.field = field;
    open.visible = visible;
    depth_ += visible;
    open_.push_back(open);
  }

  void leave() {
    const Open& done = open_.back();
    if (done.visible) out_.nodes[done.raw].last = static_cast<std::uint32_t>(out_.nodes.size());
    depth_ -= done.visible;
    open_.pop_back();
  }

  void add(Subtree node, TSSymbol alias, std::uint16_t field, std::uint32_t begin) {
    RawNode raw;
    raw.begin = begin;
    raw.end = begin + ts_subtree_size(node).bytes;
    raw.symbol = ts_language_public_symbol(language_, alias ? alias : ts_subtree_symbol(node));
    raw.field = field;
    raw.named = alias ? ts_language_symbol_metadata(language_, alias).named : ts_subtree_named(node);
    raw.missing = ts_subtree_missing(node);
    raw.error = raw.symbol == ts_builtin_sym_error;
    out_.nodes.push_back(raw);
  }

  const TSLanguage* language_;
  Subtree root_;
  RawTree out_;
  std::vector<Open> open_;
  std::uint32_t depth_ = 0;  // visible nodes that are open
};

}  // namespace

RawTree flatten(const TSTree* tree, std::size_t expected_nodes) { return Flattener(tree, expected_nodes).run(); }

}  // namespace sluice
