#include "analyzers/unit/type_name.h"

#include <algorithm>
#include <span>

namespace sluice {
namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view kSilentWords[] = {"const", "volatile", "struct", "class", "enum", "union", "final", "mut", "static", "typename", "dyn"};

// Names of one type; the first stands for all.
constexpr std::string_view kSame[][3] = {
    {"String", "java.lang.String", "System.String"}, {"int", "Integer", "java.lang.Integer"}, {"boolean", "Boolean", "java.lang.Boolean"},
    {"long", "Long", "java.lang.Long"}, {"double", "Double", "java.lang.Double"}, {"float", "Float", "java.lang.Float"},
};

std::string_view canonical(std::string_view name) {
  for (const auto& names : kSame)
    if (std::ranges::find(names, name) != std::end(names)) return names[0];
  return name;
}

bool literal_is(TypeName::Literal literal, std::string_view name) {
  static constexpr std::string_view kString[] = {"String", "string", "str"};
  static constexpr std::string_view kWhole[] = {"int", "long", "short", "byte", "Int", "Long", "number", "i32", "i64", "u32", "u64", "usize", "int64", "uint", "int32"};
  static constexpr std::string_view kReal[] = {"float", "double", "Float", "Double", "number", "f32", "f64", "float32", "float64", "decimal"};
  static constexpr std::string_view kBoolean[] = {"bool", "boolean", "Bool", "Boolean"};
  auto has = [name](std::span<const std::string_view> names) { return std::ranges::find(names, canonical(name)) != names.end(); };
  switch (literal) {
    case TypeName::Literal::String: return has(kString);
    case TypeName::Literal::Whole: return has(kWhole);
    case TypeName::Literal::Real: return has(kReal);
    case TypeName::Literal::Boolean: return name == "Boolean" || has(kBoolean);
    case TypeName::Literal::None: break;
  }
  return false;
}

bool is_last_part(std::string_view part, std::string_view of) {
  if (of.size() <= part.size() || !of.ends_with(part)) return false;
  char before = of[of.size() - part.size() - 1];
  return before == '.' || before == '/';  // `net/http.Request`
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  TypeName run() {
    while (at_ < text_.size()) step();
    return std::move(type_);
  }

 private:
  void step() {
    char c = text_[at_];
    if (is_name_char(c)) return take_word();
    if (text_.substr(at_).starts_with("::")) {
      if (!type_.name.empty()) type_.name += '.';
      at_ += 2;
      return;
    }
    if (c == '<') return take_arguments('>');
    // `[]T` and `T[]` are arrays; `List[T]`, as Scala, Go and Python write it, has an argument.
    if (c == '[') return is_array() ? take_array() : take_arguments(']');
    if (c == '*') ++type_.pointers;
    ++at_;  // `&`, `?`, `!`, blanks
  }

  void take_word() {
    std::size_t begin = at_;
    while (at_ < text_.size() && is_name_char(text_[at_])) ++at_;
    std::string_view word = text_.substr(begin, at_ - begin);
    if (std::ranges::find(kSilentWords, word) != std::end(kSilentWords)) return;
    bool goes_on = type_.name.empty() || type_.name.ends_with('.');
    if (goes_on) type_.name += word;
    else type_.name += " " + std::string(word);  // `unsigned int`
  }

  bool is_array() const {
    std::size_t close = text_.find(']', at_);
    std::string_view inside = close == std::string_view::npos ? std::string_view() : text_.substr(at_ + 1, close - at_ - 1);
    return std::ranges::all_of(inside, [](char c) { return c == ' ' || (c >= '0' && c <= '9'); }) || type_.name.empty();
  }

  void take_array() {
    ++type_.arrays;
    std::size_t close = text_.find(']', at_);
    at_ = close == std::string_view::npos ? text_.size() : close + 1;
  }

  void take_arguments(char close) {
    char open = text_[at_];
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == open) ++depth;
      if (text_[at_] != ' ') type_.arguments += text_[at_];
      if (text_[at_] == close && --depth == 0) break;
    }
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  TypeName type_;
};

}  // namespace

TypeName parse_type_name(std::string_view text) { return Parser(text).run(); }

bool is_type(const TypeName& found, const TypeName& wanted) {
  if (!found.is_known() || !wanted.is_known()) return false;
  bool is_any = wanted.name.starts_with('$');
  if (found.literal != TypeName::Literal::None) return wanted.arrays == 0 && (is_any || literal_is(found.literal, wanted.name));
  if (found.pointers != wanted.pointers || found.arrays != wanted.arrays) return false;
  bool is_open = wanted.arguments.find('$') != std::string::npos || wanted.arguments.find("...") != std::string::npos;
  if (!found.arguments.empty() && !wanted.arguments.empty() && !is_open && found.arguments != wanted.arguments) return false;
  if (is_any) return true;
  return canonical(found.name) == canonical(wanted.name) || is_last_part(found.name, wanted.name) || is_last_part(wanted.name, found.name);
}

std::string_view needed_name(const TypeName& wanted) {
  using Literal = TypeName::Literal;
  const std::string_view name = wanted.name;
  auto is_of = [name](Literal literal) { return literal_is(literal, name); };
  const bool is_of_literals = is_of(Literal::String) || is_of(Literal::Whole) || is_of(Literal::Real) || is_of(Literal::Boolean);
  const std::string_view last = name.substr(name.find_last_of("./") + 1);
  const auto has = [](const auto& names, std::string_view part) { return std::ranges::find(names, part) != std::end(names); };
  const bool has_other_names = std::ranges::any_of(kSame, [&](const auto& names) { return has(names, name) || has(names, last); });
  return is_of_literals || has_other_names || name.find('$') != std::string_view::npos ? std::string_view() : last;
}

}  // namespace sluice
