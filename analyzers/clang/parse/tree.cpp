#include "analyzers/clang/parse/tree.h"

#include <algorithm>

#include "analyzers/clang/parse/handles.h"

namespace sluice::clang {
namespace {

bool is_function(CXCursorKind kind) {
  switch (kind) {
    case CXCursor_FunctionDecl: case CXCursor_CXXMethod: case CXCursor_Constructor: case CXCursor_Destructor:
    case CXCursor_ConversionFunction: case CXCursor_FunctionTemplate: case CXCursor_LambdaExpr:
      return true;
    default: return false;
  }
}

// What stands around an expression without making another value of it.
bool is_wrapper(CXCursorKind kind) {
  switch (kind) {
    case CXCursor_UnexposedExpr: case CXCursor_ParenExpr: case CXCursor_CStyleCastExpr: case CXCursor_CXXStaticCastExpr:
    case CXCursor_CXXReinterpretCastExpr: case CXCursor_CXXConstCastExpr: case CXCursor_CXXFunctionalCastExpr:
      return true;
    default: return false;
  }
}

}  // namespace

// Fills a Tree. The visitor recurses, so its depth is bounded; what is below is left out.
class TreeReader {
 public:
  explicit TreeReader(Tree& tree) : tree_(tree) {}

  void read(CXTranslationUnit unit) {
    open(clang_getTranslationUnitCursor(unit), {0, static_cast<std::uint32_t>(tree_.text_.size())}, false);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit, this);
    close();
  }

 private:
  static constexpr std::size_t kMaxDepth = 500;  // libclang's own functions recurse with ours

  static CXChildVisitResult visit(CXCursor cursor, CXCursor, CXClientData self) {
    static_cast<TreeReader*>(self)->add(cursor);
    return CXChildVisit_Continue;
  }

  void add(CXCursor cursor) {
    bool is_top = open_.size() == 1;
    // Cheap, and true of nearly all that a translation unit declares.
    if (is_top && clang_Location_isInSystemHeader(clang_getCursorLocation(cursor))) return;
    CXSourceRange extent = clang_getCursorExtent(cursor);
    auto begin = place_in(tree_.main_file_, clang_getRangeStart(extent));
    auto end = place_in(tree_.main_file_, clang_getRangeEnd(extent));
    if (is_top && !begin) return;
    ByteRange range = tree_.nodes_[open_.back()].range;  // of what has no place of its own: its parent's
    bool has_place = begin && end && begin->offset <= end->offset && end->offset <= tree_.text_.size();
    if (has_place) range = {begin->offset, end->offset};
    if (open_.size() >= kMaxDepth) {
      tree_.was_cut_ = true;
      return;
    }
    open(cursor, range, !has_place || begin->from_macro);
    clang_visitChildren(cursor, visit, this);
    close();
  }

  void open(CXCursor cursor, ByteRange range, bool from_macro) {
    At parent = open_.empty() ? kNowhere : open_.back();
    open_.push_back(tree_.size());
    tree_.nodes_.push_back({cursor, clang_getCursorKind(cursor), parent, 0, range, from_macro});
  }

  void close() {
    tree_.nodes_[open_.back()].last = tree_.size();
    open_.pop_back();
  }

  Tree& tree_;
  std::vector<At> open_;
};

Tree::Tree(CXTranslationUnit unit, CXFile main_file, std::string_view text, std::vector<std::uint32_t> errors)
    : main_file_(main_file), text_(text), errors_(std::move(errors)) {
  TreeReader(*this).read(unit);
}

bool Tree::is_damaged(At at) const {
  const ByteRange& range = nodes_[at].range;
  return was_cut_ || std::ranges::any_of(errors_, [&](std::uint32_t error) { return range.begin <= error && error < range.end; });
}

At Tree::next_sibling(At at) const {
  At parent = nodes_[at].parent;
  return parent == kNowhere || nodes_[at].last >= nodes_[parent].last ? kNowhere : nodes_[at].last;
}

std::vector<At> Tree::children(At at) const {
  std::vector<At> out;
  for (At child = first_child(at); child != kNowhere; child = next_sibling(child)) out.push_back(child);
  return out;
}

At Tree::strip(At at) const {
  while (at != kNowhere && is_wrapper(nodes_[at].kind)) {
    // A cast has its written type before its value: the value is the last child.
    std::vector<At> parts = children(at);
    if (parts.empty() || !clang_isExpression(nodes_[parts.back()].kind)) return at;
    at = parts.back();
  }
  return at;
}

At Tree::parent_of_value(At at) const {
  for (at = nodes_[at].parent; at != kNowhere && is_wrapper(nodes_[at].kind);) at = nodes_[at].parent;
  return at;
}

At Tree::enclosing_function(At at) const {
  while (at != kNowhere && !is_function(nodes_[at].kind)) at = nodes_[at].parent;
  return at;
}

std::string Tree::free_callee(At call) const {
  CXCursor target = callee(call);
  if (clang_getCursorKind(target) != CXCursor_FunctionDecl) return {};
  CXCursor scope = clang_getCursorSemanticParent(target);
  if (clang_getCursorKind(scope) == CXCursor_Namespace && qualified_name(scope) != "std") return {};
  return take(clang_getCursorSpelling(target));
}

std::string Tree::qualified_callee(At call) const {
  CXCursor target = callee(call);
  return clang_isDeclaration(clang_getCursorKind(target)) ? qualified_name(target) : std::string();
}

std::vector<At> Tree::arguments(At call) const {
  std::vector<At> parts = children(call);
  int count = clang_Cursor_getNumArguments(nodes_[call].cursor);
  // What is called stands first; a constructor has no such child.
  if (count < 0 || static_cast<std::size_t>(count) > parts.size()) return {};
  return {parts.end() - count, parts.end()};
}

std::optional<std::int64_t> Tree::integer(At at) const {
  if (at == kNowhere || !clang_isExpression(nodes_[at].kind)) return std::nullopt;
  Evaluation value(clang_Cursor_Evaluate(nodes_[at].cursor));
  if (!value || clang_EvalResult_getKind(value.get()) != CXEval_Int) return std::nullopt;
  return clang_EvalResult_getAsLongLong(value.get());
}

namespace {

// libclang does not evaluate literals by themselves, but spells them anew: joined, with its
// own escapes (`\n`, `\"`, `\ooo`, `\xhh`).
std::string content_of_spelling(std::string_view spelling) {
  constexpr std::string_view kEscapes = "abfnrtv", kMeanings = "\a\b\f\n\r\t\v";
  std::size_t open = spelling.find('"');
  if (open == std::string_view::npos || spelling.size() < open + 2) return std::string(spelling);
  spelling = spelling.substr(open + 1, spelling.size() - open - 2);
  std::string out;
  for (std::size_t i = 0; i < spelling.size(); ++i) {
    if (spelling[i] != '\\' || i + 1 >= spelling.size()) {
      out += spelling[i];
      continue;
    }
    char c = spelling[++i];
    std::size_t meaning = kEscapes.find(c);
    if (meaning != std::string_view::npos) {
      out += kMeanings[meaning];
    } else if (c >= '0' && c <= '7') {
      int value = 0;
      for (int digits = 0; digits < 3 && i < spelling.size() && spelling[i] >= '0' && spelling[i] <= '7'; ++digits, ++i) value = value * 8 + (spelling[i] - '0');
      --i;
      out += static_cast<char>(value);
    } else {
      out += c;
    }
  }
  return out;
}

// The literal that an initializer is, through conversions.
std::optional<std::string> literal_below(CXCursor value) {
  constexpr int kMaxWrappers = 10;
  for (int i = 0; i < kMaxWrappers && !clang_Cursor_isNull(value); ++i) {
    if (clang_getCursorKind(value) == CXCursor_StringLiteral) return content_of_spelling(take(clang_getCursorSpelling(value)));
    if (!is_wrapper(clang_getCursorKind(value)) && clang_getCursorKind(value) != CXCursor_InitListExpr) return std::nullopt;
    CXCursor last = clang_getNullCursor();
    clang_visitChildren(value, [](CXCursor child, CXCursor, CXClientData out) {
      *static_cast<CXCursor*>(out) = child;
      return CXChildVisit_Continue;
    }, &last);
    value = last;
  }
  return std::nullopt;
}

// The text of a variable that nobody can change: `const char name[] = "text"`,
// `const char *const name = "text"`.
std::optional<std::string> constant_of(CXCursor variable) {
  if (clang_getCursorKind(variable) != CXCursor_VarDecl) return std::nullopt;
  CXType type = clang_getCursorType(variable);
  bool is_array = clang_getArraySize(type) > 0;
  bool is_constant = is_array ? clang_isConstQualifiedType(clang_getArrayElementType(type)) : clang_isConstQualifiedType(type);
  return is_constant ? literal_below(clang_Cursor_getVarDeclInitializer(variable)) : std::nullopt;
}

}  // namespace

std::optional<std::string> Tree::constant_text(At at) const {
  at = strip(at);
  if (at == kNowhere) return std::nullopt;
  if (nodes_[at].kind == CXCursor_StringLiteral) return literal_below(nodes_[at].cursor);
  bool is_name = nodes_[at].kind == CXCursor_DeclRefExpr || nodes_[at].kind == CXCursor_MemberRefExpr;
  return is_name ? constant_of(referenced(at)) : std::nullopt;
}

std::string Tree::lvalue(At at) const {
  at = strip(at);
  if (at == kNowhere) return {};
  const TreeNode& node = nodes_[at];
  CXCursor target = referenced(at);
  // The place of the declaration names a variable: two of one name are two.
  auto name_of = [&] {
    unsigned offset = 0;
    clang_getSpellingLocation(clang_getCursorLocation(clang_getCanonicalCursor(target)), nullptr, nullptr, nullptr, &offset);
    return take(clang_getCursorSpelling(target)) + "@" + std::to_string(offset);
  };
  if (node.kind == CXCursor_DeclRefExpr || node.kind == CXCursor_VarDecl || node.kind == CXCursor_ParmDecl) {
    if (node.kind != CXCursor_DeclRefExpr) target = node.cursor;
    return name_of();
  }
  if (node.kind != CXCursor_MemberRefExpr) return {};
  At object = first_child(at);
  bool is_own_member = object == kNowhere || !clang_isExpression(nodes_[object].kind);
  if (is_own_member) return "this." + name_of();
  std::string base = lvalue(object);
  return base.empty() ? std::string() : base + "." + name_of();
}

std::uint64_t Tree::array_size(At at) const {
  at = strip(at);
  if (at == kNowhere) return 0;
  // `&array[0]` is the array too, but nobody writes it where it matters.
  CXType type = clang_getCanonicalType(clang_getCursorType(nodes_[at].cursor));
  if (type.kind != CXType_ConstantArray) return 0;
  long long size = clang_getArraySize(type);
  // An array of one at the end of a struct is often more than it says.
  return size > 1 ? static_cast<std::uint64_t>(size) : 0;
}

std::optional<FilePlace> place_in(CXFile file, CXSourceLocation location) {
  CXFile in = nullptr, spelling_file = nullptr;
  unsigned offset = 0, spelling_offset = 0;
  clang_getFileLocation(location, &in, nullptr, nullptr, &offset);
  if (!in || !clang_File_isEqual(in, file)) return std::nullopt;
  clang_getSpellingLocation(location, &spelling_file, nullptr, nullptr, &spelling_offset);
  bool from_macro = spelling_offset != offset || !spelling_file || !clang_File_isEqual(in, spelling_file);
  return FilePlace{offset, from_macro};
}

std::string qualified_name(CXCursor declaration) {
  std::vector<std::string> parts;
  for (CXCursor at = declaration; clang_isDeclaration(clang_getCursorKind(at)); at = clang_getCursorSemanticParent(at)) {
    bool is_transparent = clang_getCursorKind(at) == CXCursor_LinkageSpec || clang_Cursor_isInlineNamespace(at);
    if (!is_transparent) parts.push_back(take(clang_getCursorSpelling(at)));
  }
  std::string name;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (part->empty()) continue;
    if (!name.empty()) name += '.';
    name += *part;
  }
  return name;
}

}  // namespace sluice::clang
