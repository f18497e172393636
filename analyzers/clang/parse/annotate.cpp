#include "analyzers/clang/parse/annotate.h"

#include <map>
#include <unordered_map>

#include "analyzers/clang/parse/handles.h"

namespace sluice::clang {
namespace {

bool is_expression(Kind kind) {
  switch (kind) {
    case Kind::Name: case Kind::Member: case Kind::Index: case Kind::Call: case Kind::New: case Kind::Assign:
    case Kind::Binary: case Kind::Unary: case Kind::Conditional: case Kind::Cast: case Kind::Lambda: case Kind::Array:
    case Kind::Map: case Kind::String: case Kind::Character: case Kind::Number: case Kind::Boolean: case Kind::Null:
      return true;
    default: return false;
  }
}

bool is_definition(Kind kind) { return kind == Kind::VarDef || kind == Kind::Parameter || kind == Kind::Function; }

// Where a value is worth folding: names and what is computed. A literal says its value itself.
bool may_fold(CXCursorKind kind) {
  switch (kind) {
    case CXCursor_DeclRefExpr: case CXCursor_BinaryOperator: case CXCursor_UnaryOperator: case CXCursor_UnaryExpr:
    case CXCursor_ConditionalOperator: case CXCursor_CStyleCastExpr: case CXCursor_ParenExpr: case CXCursor_IntegerLiteral:
      return true;
    default: return false;
  }
}

std::uint64_t key(std::uint32_t begin, std::uint32_t end) { return static_cast<std::uint64_t>(begin) << 32 | end; }

class Annotator {
 public:
  Annotator(const Tree& tree, std::span<const Node> nodes, FileOutput& out) : tree_(tree), nodes_(nodes), out_(out) {}

  void run() {
    index_nodes();
    for (At at = 1; at < tree_.size(); ++at) match(at);
    for (const auto& [node, at] : chosen_) out_.rows.push_back(row(node, at));
  }

 private:
  void index_nodes() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      bool is_defined_name = node.kind == Kind::Name && node.role == Role::Name && node.parent != NodeId::kNone && is_definition(nodes_[node.parent].kind);
      if (is_defined_name) definitions_.emplace(node.begin, i);
      else if (is_expression(node.kind)) expressions_.emplace(key(node.begin, node.end), i);
    }
  }

  void match(At at) {
    const TreeNode& node = tree_[at];
    if (clang_isDeclaration(node.kind)) return match_declaration(at);
    if (!clang_isExpression(node.kind)) return;
    auto found = expressions_.find(key(node.range.begin, node.range.end));
    if (found == expressions_.end()) return;
    auto [entry, is_new] = chosen_.emplace(found->second, at);
    if (!is_new && !node.from_macro) entry->second = at;
  }

  void match_declaration(At at) {
    unsigned offset = 0;
    clang_getFileLocation(clang_getCursorLocation(tree_[at].cursor), nullptr, nullptr, nullptr, &offset);
    auto found = definitions_.find(offset);
    if (found == definitions_.end() || tree_[at].from_macro) return;
    chosen_.emplace(found->second, at);
    chosen_.emplace(nodes_[found->second].parent, at);
  }

  FactsRow row(std::uint32_t node, At at) {
    const TreeNode& from = tree_[at];
    FactsRow row;
    row.node = node;
    row.type = type_text(clang_getCanonicalType(clang_getCursorType(from.cursor)));
    if (tree_.is_call(at)) row.callee = text(tree_.qualified_callee(at));
    if (may_fold(from.kind)) row.constant = constant(at);
    row.from_macro = from.from_macro;
    return row;
  }

  std::uint32_t constant(At at) {
    if (auto value = tree_.integer(at)) return text(std::to_string(*value));
    if (auto value = tree_.constant_text(at)) return text(*value);
    return FactsRow::kNoText;
  }

  // Types are few and spelled slowly.
  std::uint32_t type_text(CXType type) {
    if (type.kind == CXType_Invalid) return FactsRow::kNoText;
    auto [found, is_new] = types_.emplace(type.data[0], 0);
    if (is_new) found->second = text(take(clang_getTypeSpelling(type)));
    return found->second;
  }

  std::uint32_t text(std::string value) {
    if (value.empty()) return FactsRow::kNoText;
    auto [found, is_new] = texts_.emplace(std::move(value), static_cast<std::uint32_t>(out_.texts.size()));
    if (is_new) out_.texts.push_back(found->first);
    return found->second;
  }

  const Tree& tree_;
  std::span<const Node> nodes_;
  FileOutput& out_;
  std::unordered_map<std::uint64_t, std::uint32_t> expressions_;  // range → node; of two the outer
  std::unordered_map<std::uint32_t, std::uint32_t> definitions_;  // begin of the name → its node
  std::map<std::uint32_t, At> chosen_;                            // node → cursor, in the order of nodes
  std::unordered_map<const void*, std::uint32_t> types_;
  std::unordered_map<std::string, std::uint32_t> texts_;
};

}  // namespace

void annotate(const Tree& tree, std::span<const Node> nodes, FileOutput& out) { Annotator(tree, nodes, out).run(); }

}  // namespace sluice::clang
