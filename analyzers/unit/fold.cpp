#include "analyzers/unit/fold.h"

#include <charconv>
#include <vector>

namespace sluice {
namespace {

using Part = std::function<std::optional<Constant>(NodeId)>;

Folded some_string() { return {{.kind = Kind::String, .is_known = false, .text = {}, .literal = {}}, {}}; }

std::optional<std::int64_t> integer_of(const Constant& constant) {
  std::int64_t value = 0;
  const char* end = constant.text.data() + constant.text.size();
  auto [stop, error] = std::from_chars(constant.text.data(), end, value);
  bool is_integer = constant.kind == Kind::Number && constant.is_known && error == std::errc{} && stop == end;
  return is_integer ? std::optional(value) : std::nullopt;
}

std::optional<Folded> number(std::optional<std::int64_t> value) {
  if (!value) return std::nullopt;
  return Folded{{.kind = Kind::Number, .is_known = true, .text = {}, .literal = {}}, std::to_string(*value)};
}

std::optional<std::int64_t> calculated(std::string_view op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (op == "+" || op == "+=") return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
  if (op == "-" || op == "-=") return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(result);
  if (op == "*" || op == "*=") return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
  if (op == "|") return a | b;
  if (op == "&") return a & b;
  if (op == "^") return a ^ b;
  bool is_shift = op == "<<" && a >= 0 && b >= 0 && b < 62 && a < (std::int64_t{1} << (62 - b));
  return is_shift ? std::optional(a << b) : std::nullopt;
}

bool is_true(const Constant& constant) { return constant.text == "true" || constant.text == "True"; }

bool joins_strings(std::string_view op) {
  return op == "+" || op == "." || op == ".." || op == "<>" || op == "+=" || op == ".=";
}

std::optional<Folded> joined(const std::optional<Constant>& a, const std::optional<Constant>& b) {
  if (!a || !b || a->kind != Kind::String || b->kind != Kind::String) return std::nullopt;
  bool is_long = a->text.size() + b->text.size() > kMaxFoldedText;
  if (!a->is_known || !b->is_known || is_long) return some_string();
  Folded folded{{.kind = Kind::String, .is_known = true, .text = {}, .literal = {}}, std::string(a->text) + std::string(b->text)};
  return folded;
}

// `%s` and `%d` of constants, `%%`; anything else behind a `%` makes it some string.
Folded formatted(const Constant& format, const std::vector<Constant>& values) {
  if (format.kind != Kind::String || !format.is_known || format.text.size() > kMaxFoldedText) return some_string();
  std::string text;
  std::size_t next = 0;
  for (std::size_t at = 0; at < format.text.size(); ++at) {
    char c = format.text[at];
    if (c != '%') {
      text += c;
      continue;
    }
    char what = ++at < format.text.size() ? format.text[at] : '\0';
    if (what == '%') {
      text += '%';
      continue;
    }
    bool is_there = next < values.size() && values[next].is_known;
    bool is_number = is_there && integer_of(values[next]).has_value();  // `0x10` is written in another way
    bool is_word = is_there && (values[next].kind == Kind::String || values[next].kind == Kind::Boolean);
    bool fits = (what == 'd' && is_number) || (what == 's' && (is_number || is_word));
    if (!fits || text.size() + values[next].text.size() > kMaxFoldedText) return some_string();
    text += values[next++].text;
  }
  return Folded{{.kind = Kind::String, .is_known = true, .text = {}, .literal = {}}, std::move(text)};
}

std::optional<Folded> fold_binary(const Unit& unit, NodeId id, NodeId left, NodeId right, const Part& part) {
  if (!left.valid() || !right.valid()) return std::nullopt;
  std::string_view op = unit.text(id);
  auto a = part(left);
  if (!a) return std::nullopt;
  auto b = part(right);
  if (joins_strings(op))
    if (auto text = joined(a, b)) return text;
  if (op == "%" && a->kind == Kind::String && b) return formatted(*a, {*b});
  if (!b) return std::nullopt;
  auto x = integer_of(*a), y = integer_of(*b);
  if (x && y) return number(calculated(op, *x, *y));
  if (a->kind != Kind::Boolean || b->kind != Kind::Boolean) return std::nullopt;
  bool is_and = op == "&&" || op == "and", is_or = op == "||" || op == "or";
  if (!is_and && !is_or) return std::nullopt;
  bool takes_left = is_and ? !is_true(*a) : is_true(*a);
  Constant result = takes_left ? *a : *b;
  return Folded{{.kind = Kind::Boolean, .is_known = true, .text = result.text, .literal = {}}, {}};
}

std::optional<Folded> fold_unary(const Unit& unit, NodeId id, const Part& part) {
  NodeId operand = unit.child(id, Role::Operand);
  auto value = operand.valid() ? part(operand) : std::nullopt;
  if (!value) return std::nullopt;
  std::string_view op = unit.text(id);
  if (auto integer = integer_of(*value); integer && op == "-") return number(-*integer);
  if (value->kind != Kind::Boolean || (op != "!" && op != "not")) return std::nullopt;
  bool is_capital = value->text.starts_with('T') || value->text.starts_with('F');
  std::string_view text = is_true(*value) ? (is_capital ? "False" : "false") : (is_capital ? "True" : "true");
  return Folded{{.kind = Kind::Boolean, .is_known = true, .text = text, .literal = {}}, {}};
}

std::optional<Folded> fold_template(const Unit& unit, NodeId id, const Part& part) {
  Folded folded{{.kind = Kind::String, .is_known = true, .text = {}, .literal = {}}, {}};
  bool has_code = unit.text(id) == "concat";
  for (NodeId child : unit.children(id)) {
    std::optional<Constant> piece;
    if (unit.node(child).kind == Kind::StringText) {
      piece = Constant{Kind::String, true, unit.text(child), child};
    } else if (unit.node(child).kind == Kind::Interpolation) {
      has_code = true;
      NodeId value = unit.first_child(child);
      if (!value.valid() || unit.next_sibling(value).valid()) return std::nullopt;
      piece = part(value);
    } else {
      piece = part(child);
    }
    if (!piece || piece->kind != Kind::String) return std::nullopt;
    folded.constant.is_known &= piece->is_known && folded.text.size() + piece->text.size() <= kMaxFoldedText;
    if (folded.constant.is_known) folded.text += piece->text;
  }
  if (!folded.constant.is_known) return some_string();
  if (!has_code) folded.constant.literal = id;
  return folded;
}

// `String.format("...", ...)` of constants
std::optional<Folded> fold_call(const Unit& unit, NodeId id, const Part& part) {
  NodeId callee = unit.child(id, Role::Callee), arguments = unit.child(id, Role::Arguments);
  if (!callee.valid() || !arguments.valid() || unit.node(callee).kind != Kind::Member || !unit.first_child(arguments).valid()) return std::nullopt;
  NodeId object = unit.child(callee, Role::Object), name = unit.child(callee, Role::Name);
  if (!object.valid() || !name.valid() || unit.text(name) != "format" || unit.text(object) != "String") return std::nullopt;
  std::optional<Constant> format;
  std::vector<Constant> values;
  for (NodeId argument : unit.children(arguments)) {
    std::optional<Constant> value = part(argument);
    if (!value) return std::nullopt;
    if (!format) format = *value;
    else values.push_back(*value);
  }
  return formatted(*format, values);
}

}  // namespace

std::optional<Folded> fold(const Unit& unit, NodeId id, const Part& part) {
  switch (unit.node(id).kind) {
    case Kind::Binary: return fold_binary(unit, id, unit.child(id, Role::Left), unit.child(id, Role::Right), part);
    case Kind::Assign: return fold_binary(unit, id, unit.child(id, Role::Target), unit.child(id, Role::Value), part);
    case Kind::Unary: return fold_unary(unit, id, part);
    case Kind::Template: return fold_template(unit, id, part);
    case Kind::Call: return fold_call(unit, id, part);
    case Kind::Cast: {
      NodeId value = unit.child(id, Role::Value);
      auto known = value.valid() ? part(value) : std::nullopt;
      return known ? std::optional(Folded{*known, {}}) : std::nullopt;
    }
    default: return std::nullopt;
  }
}

}  // namespace sluice
