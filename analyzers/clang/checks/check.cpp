#include "analyzers/clang/checks/check.h"

#include <algorithm>
#include <tuple>

namespace sluice::clang {

#define SLUICE_CHECK_WITH_TYPES(name) std::unique_ptr<Check> make_##name();
#include "analyzers/clang/checks.def"
#undef SLUICE_CHECK_WITH_TYPES

std::vector<std::unique_ptr<Check>> all_checks() {
  std::vector<std::unique_ptr<Check>> checks;
#define SLUICE_CHECK_WITH_TYPES(name) checks.push_back(make_##name());
#include "analyzers/clang/checks.def"
#undef SLUICE_CHECK_WITH_TYPES
  return checks;
}

void Sink::report(const RuleInfo& rule, ByteRange range, std::string message, std::vector<Step> trace) {
  findings_.push_back({rule.id, range, std::move(message), std::move(trace)});
}

std::vector<CheckFinding> Sink::take() && {
  auto key = [](const CheckFinding& finding) { return std::tie(finding.range, finding.rule_id); };
  std::ranges::stable_sort(findings_, [&](const auto& a, const auto& b) { return key(a) < key(b); });
  auto repeated = std::ranges::unique(findings_, [&](const auto& a, const auto& b) { return key(a) == key(b); });
  findings_.erase(repeated.begin(), repeated.end());
  return std::move(findings_);
}

namespace {

bool has_body(const Tree& tree, At function) {
  for (At child : tree.children(function))
    if (tree[child].kind == CXCursor_CompoundStmt || tree[child].kind == CXCursor_CXXTryStmt) return true;
  return false;
}

}  // namespace

void run_checks(const std::vector<std::unique_ptr<Check>>& checks, const Tree& tree, FileOutput& out) {
  Sink sink;
  for (At at = 1; at < tree.size(); ++at) {
    if (tree.is_call(at)) {
      std::string callee = tree.free_callee(at);
      if (callee.starts_with("__builtin_")) callee.erase(0, 10);
      if (!callee.empty())
        for (const auto& check : checks) check->on_call(tree, at, callee, sink);
    } else if (tree.enclosing_function(at) == at && tree[at].kind != CXCursor_LambdaExpr && has_body(tree, at)) {
      for (const auto& check : checks) check->on_function(tree, at, sink);
    }
  }
  out.findings = std::move(sink).take();
}

RuleInfo make_info(RuleFacts facts) {
  RuleInfo info;
  info.id = facts.id;
  info.message = facts.message;
  info.severity = facts.severity;
  info.metadata = {{"category", {"security"}},
                   {"confidence", {std::string(facts.confidence)}},
                   {"cwe", std::move(facts.cwe)},
                   {"owasp", std::move(facts.owasp)},
                   {"references", std::move(facts.references)},
                   {"replaces", std::move(facts.replaces)},
                   {"security-severity", {std::string(facts.security_severity)}},
                   {"technology", {"libclang"}}};
  return info;
}

namespace {

constexpr int kMaxDepth = 20;

bool is_fixed(const Tree& tree, At value, int depth);

bool has_storage_of_function(CXCursor variable) {
  bool is_local = clang_getCursorKind(variable) == CXCursor_VarDecl && clang_Cursor_getStorageClass(variable) != CX_SC_Static &&
                  clang_Cursor_getStorageClass(variable) != CX_SC_Extern;
  return is_local && clang_getCursorKind(clang_getCursorSemanticParent(variable)) != CXCursor_TranslationUnit &&
         clang_getCursorKind(clang_getCursorSemanticParent(variable)) != CXCursor_Namespace;
}

// Whether a name at `at` is the left side of `=`, and then of what.
At assigned_value(const Tree& tree, At at) {
  At parent = tree.parent_of_value(at);
  if (parent == kNowhere || tree[parent].kind != CXCursor_BinaryOperator) return kNowhere;
  if (clang_getCursorBinaryOperatorKind(tree[parent].cursor) != CXBinaryOperator_Assign) return kNowhere;
  std::vector<At> sides = tree.children(parent);
  return sides.size() == 2 && tree.strip(sides[0]) == at ? sides[1] : kNowhere;
}

// A local pointer: all that it is given in the function is fixed, and nobody has its address.
// A local array is fixed when the only other thing that is done with it is to define it.
bool is_fixed_variable(const Tree& tree, At use, int depth) {
  CXCursor variable = tree.referenced(use);
  At function = tree.enclosing_function(use);
  if (function == kNowhere || !has_storage_of_function(variable)) return false;
  bool is_array = clang_getArraySize(clang_getCursorType(variable)) > 0;
  bool has_value = false;
  for (At at = function; at < tree[function].last; ++at) {
    if (tree[at].kind == CXCursor_VarDecl && clang_equalCursors(tree[at].cursor, variable)) {
      std::vector<At> parts = tree.children(at);
      bool has_initializer = !parts.empty() && clang_isExpression(tree[parts.back()].kind) && !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(variable));
      if (!has_initializer) continue;
      if (!is_fixed(tree, parts.back(), depth + 1)) return false;
      has_value = true;
    } else if (tree[at].kind == CXCursor_DeclRefExpr && clang_equalCursors(tree.referenced(at), variable)) {
      if (is_array && at != use) return false;
      At given = assigned_value(tree, at);
      if (given != kNowhere) {
        if (!is_fixed(tree, given, depth + 1)) return false;
        has_value = true;
        continue;
      }
      At parent = tree.parent_of_value(at);
      bool is_changed = parent != kNowhere && (tree[parent].kind == CXCursor_UnaryOperator || tree[parent].kind == CXCursor_CompoundAssignOperator);
      if (is_changed) return false;
    }
  }
  return has_value;
}

// `names[i]` of a constant array of constant texts.
bool is_fixed_element(const Tree& tree, At index) {
  std::vector<At> parts = tree.children(index);
  At array = parts.empty() ? kNowhere : tree.strip(parts[0]);
  if (array == kNowhere || tree[array].kind != CXCursor_DeclRefExpr) return false;
  CXCursor variable = tree.referenced(array);
  if (!clang_isConstQualifiedType(clang_getArrayElementType(clang_getCursorType(variable)))) return false;
  CXCursor list = clang_Cursor_getVarDeclInitializer(variable);
  if (clang_Cursor_isNull(list)) return false;
  bool all_fixed = true;
  clang_visitChildren(list, [](CXCursor item, CXCursor, CXClientData flag) {
    while (clang_getCursorKind(item) == CXCursor_UnexposedExpr) {
      CXCursor inner = clang_getNullCursor();
      clang_visitChildren(item, [](CXCursor child, CXCursor, CXClientData out) {
        *static_cast<CXCursor*>(out) = child;
        return CXChildVisit_Break;
      }, &inner);
      if (clang_Cursor_isNull(inner)) break;
      item = inner;
    }
    if (clang_getCursorKind(item) == CXCursor_StringLiteral) return CXChildVisit_Continue;
    *static_cast<bool*>(flag) = false;
    return CXChildVisit_Break;
  }, &all_fixed);
  return all_fixed;
}

bool is_fixed(const Tree& tree, At value, int depth) {
  value = tree.strip(value);
  if (value == kNowhere || depth > kMaxDepth) return false;
  if (tree.constant_text(value)) return true;
  switch (tree[value].kind) {
    case CXCursor_IntegerLiteral: case CXCursor_CXXNullPtrLiteralExpr: case CXCursor_GNUNullExpr: case CXCursor_StringLiteral:
      return true;  // no text at all
    case CXCursor_DeclRefExpr: return is_fixed_variable(tree, value, depth);
    case CXCursor_ArraySubscriptExpr: return is_fixed_element(tree, value);
    case CXCursor_ConditionalOperator: {
      std::vector<At> parts = tree.children(value);
      return parts.size() == 3 && is_fixed(tree, parts[1], depth + 1) && is_fixed(tree, parts[2], depth + 1);
    }
    case CXCursor_BinaryOperator: {
      // `"text" + 1`
      std::vector<At> parts = tree.children(value);
      return parts.size() == 2 && clang_getCursorBinaryOperatorKind(tree[value].cursor) == CXBinaryOperator_Add &&
             is_fixed(tree, parts[0], depth + 1) && tree.integer(parts[1]).has_value();
    }
    case CXCursor_InitListExpr: {
      for (At part : tree.children(value))
        if (!is_fixed(tree, part, depth + 1)) return false;
      return true;
    }
    default: return false;
  }
}

}  // namespace

bool is_fixed_text(const Tree& tree, At value) { return is_fixed(tree, value, 0); }

std::vector<std::string> words_of(std::string_view text) {
  auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    bool begins_word = i > 0 && is_upper(c) && is_lower(text[i - 1]);
    if (begins_word) words.emplace_back();
    if (is_lower(c)) words.back() += c;
    else if (is_upper(c)) words.back() += static_cast<char>(c - 'A' + 'a');
    else words.emplace_back();
  }
  std::erase(words, "");
  return words;
}

}  // namespace sluice::clang
