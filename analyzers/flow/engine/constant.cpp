#include "analyzers/flow/engine/constant.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace sluice::flow {
namespace {

constexpr std::size_t kLongestText = 4096;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

std::optional<Known> number(std::string text) {
  std::erase_if(text, [](char c) { return c == '_' || c == '\''; });
  std::string_view digits = text;
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char form = digits[1] | 0x20;
    base = form == 'x' ? 16 : form == 'b' ? 2 : form == 'o' ? 8 : 10;
    if (base != 10) digits.remove_prefix(2);
  }
  while (!digits.empty() && std::string_view("lLuUnN").contains(digits.back())) digits.remove_suffix(1);
  std::int64_t whole = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), whole, base);
  if (error == std::errc() && end == digits.data() + digits.size() && !digits.empty()) return Known::of(whole);
  if (base != 10) return std::nullopt;
  while (!digits.empty() && std::string_view("fFdDmM").contains(digits.back())) digits.remove_suffix(1);
  double real = 0;
  auto [last, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), real);
  if (wrong == std::errc() && last == digits.data() + digits.size() && !digits.empty()) return Known::of_real(real);
  return std::nullopt;
}

// The text that an escaped literal is; escapes that few languages share stay as they are.
std::string unescaped(std::string_view text, const Unit& unit, NodeId literal) {
  if (text.find('\\') == std::string_view::npos) return std::string(text);
  std::string_view code = unit.code(literal);
  bool is_raw = code.starts_with('`') || code.starts_with('@') || code.starts_with('r') || code.starts_with('R') || code.starts_with("b\"\"\"") || code.starts_with("\"\"\"\"");
  bool is_plain = code.starts_with('\'') && (unit.language() == Language::Php || unit.language() == Language::Ruby);
  if (is_raw) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    bool is_quote = next == '\'' || next == '"' || next == '\\' || next == '`';
    bool is_control = !is_plain && (next == 'n' || next == 'r' || next == 't');
    if (!is_quote && !is_control) {
      out += text[i];
      continue;
    }
    out += is_quote ? next : next == 'n' ? '\n' : next == 'r' ? '\r' : '\t';
    ++i;
  }
  return out;
}

bool divides_to_reals(Language language) {
  return language == Language::Python || language == Language::Js || language == Language::Ts || language == Language::Tsx || language == Language::Php;
}
// `"a" + 1` is a text.
bool joins_numbers(Language language) {
  return language == Language::Java || language == Language::CSharp || language == Language::Js || language == Language::Ts || language == Language::Tsx;
}

// The remainder has the sign of the divisor in these, and division rounds down.
bool rounds_down(Language language) { return language == Language::Python || language == Language::Ruby; }

std::optional<Known> whole_binary(std::string_view op, std::int64_t a, std::int64_t b, Language language) {
  std::int64_t out = 0;
  if (op == "+") return __builtin_add_overflow(a, b, &out) ? std::nullopt : std::optional(Known::of(out));
  if (op == "-") return __builtin_sub_overflow(a, b, &out) ? std::nullopt : std::optional(Known::of(out));
  if (op == "*") return __builtin_mul_overflow(a, b, &out) ? std::nullopt : std::optional(Known::of(out));
  bool is_division = op == "/" || op == "%" || op == "//";
  if (is_division && (b == 0 || (a == INT64_MIN && b == -1))) return std::nullopt;
  if (op == "/" && divides_to_reals(language)) {
    if (a % b == 0 && language != Language::Python) return Known::of(a / b);
    return Known::of_real(static_cast<double>(a) / static_cast<double>(b));
  }
  bool is_off = is_division && rounds_down(language) && a % b != 0 && ((a < 0) != (b < 0));
  if (op == "/" || op == "//") return Known::of(a / b - (is_off ? 1 : 0));
  if (op == "%") return Known::of(a % b + (is_off ? b : 0));
  if (op == "&") return Known::of(a & b);
  if (op == "|") return Known::of(a | b);
  if (op == "^") return Known::of(a ^ b);
  if ((op == "<<" || op == ">>") && (b < 0 || b > 62)) return std::nullopt;
  if (op == "<<") return a < 0 || a > (INT64_MAX >> b) ? std::nullopt : std::optional(Known::of(a << b));
  if (op == ">>") return Known::of(a >> b);
  return std::nullopt;
}

std::optional<Known> compared(std::string_view op, std::partial_ordering order) {
  if (op == "<") return Known::truth(order < 0);
  if (op == ">") return Known::truth(order > 0);
  if (op == "<=") return Known::truth(order <= 0);
  if (op == ">=") return Known::truth(order >= 0);
  if (is_one_of(op, {"==", "===", "is", "eq"})) return Known::truth(order == 0);
  if (is_one_of(op, {"!=", "!==", "<>", "is not", "ne"})) return Known::truth(order != 0);
  return std::nullopt;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return c < 128 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
  return text;
}
std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return c < 128 ? static_cast<char>(std::toupper(c)) : static_cast<char>(c); });
  return text;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  std::string out;
  std::size_t at = 0;
  for (std::size_t found = text.find(from); found != std::string::npos && out.size() < kLongestText; found = text.find(from, at)) {
    out.append(text, at, found - at).append(to);
    at = found + from.size();
  }
  return out.append(text, at);
}

bool is_plain(std::string_view text) { return std::ranges::all_of(text, [](unsigned char c) { return c < 128; }); }

// `word` may be spelled in any language's way: `startsWith`, `starts_with?`, `StartsWith`.
std::string plain_name(std::string_view name) {
  std::string out;
  for (char c : name)
    if (c != '_' && c != '?' && c != '!') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::optional<Known> text_call(const std::string& name, const std::string& text, std::span<const Known> arguments) {
  if (!is_plain(text)) return std::nullopt;  // what a character is differs
  bool has_text = !arguments.empty() && arguments[0].type == Known::Type::Text;
  const std::string& first = has_text ? arguments[0].text : text;
  auto size = static_cast<std::int64_t>(text.size());
  if (arguments.empty()) {
    if (is_one_of(name, {"length", "size", "len", "count", "strlen"})) return Known::of(size);
    if (is_one_of(name, {"touppercase", "upper", "toupper", "upcase", "strtoupper"})) return Known::of(upper(text));
    if (is_one_of(name, {"tolowercase", "lower", "tolower", "downcase", "strtolower"})) return Known::of(lower(text));
    if (is_one_of(name, {"trim", "strip"})) return Known::of(std::string(trim(text)));
    if (is_one_of(name, {"isempty", "empty"})) return Known::truth(text.empty());
    if (is_one_of(name, {"tostring", "tos", "str", "string", "strval", "valueof", "intern"})) return Known::of(text);
    if (is_one_of(name, {"reverse", "strrev"})) return Known::of(std::string(text.rbegin(), text.rend()));
    if (is_one_of(name, {"int", "toi", "parseint", "intval", "atoi"})) return number(text);
    return std::nullopt;
  }
  if (has_text && arguments.size() == 1) {
    if (is_one_of(name, {"equals", "eql", "strictequals"})) return Known::truth(text == first);
    if (name == "equalsignorecase") return Known::truth(lower(text) == lower(first));
    if (name == "startswith") return Known::truth(text.starts_with(first));
    if (name == "endswith") return Known::truth(text.ends_with(first));
    if (is_one_of(name, {"contains", "include", "includes"})) return Known::truth(text.contains(first));
    if (name == "indexof") return Known::of(text.contains(first) ? static_cast<std::int64_t>(text.find(first)) : -1);
    if (name == "concat") return Known::of(text + first);
  }
  if (is_one_of(name, {"replace", "gsub", "replaceall"}) && arguments.size() == 2 && has_text && arguments[1].type == Known::Type::Text) {
    bool is_regex = name != "replace" && first.find_first_of("\\[](){}.*+?^$|") != std::string::npos;
    return is_regex ? std::nullopt : std::optional(Known::of(replace_all(text, first, arguments[1].text)));
  }
  if (arguments[0].type != Known::Type::Whole) return std::nullopt;
  std::int64_t begin = arguments[0].whole;
  if (is_one_of(name, {"charat", "chr"})) return begin >= 0 && begin < size ? std::optional(Known::of(text.substr(static_cast<std::size_t>(begin), 1))) : std::nullopt;
  if (name == "substring" && begin >= 0 && begin <= size) {
    std::int64_t end = arguments.size() > 1 && arguments[1].type == Known::Type::Whole ? arguments[1].whole : size;
    if (arguments.size() == 1) return Known::of(text.substr(static_cast<std::size_t>(begin)));
    (void)end;  // an end in one language, a length in another
  }
  return std::nullopt;
}

}  // namespace

std::string spell(const Known& known) {
  switch (known.type) {
    case Known::Type::Text: return "s" + known.text.substr(0, kLongestText);
    case Known::Type::Whole: return "n" + std::to_string(known.whole);
    case Known::Type::Real: return fmt::format("r{}", known.real);
    case Known::Type::Truth: return known.whole ? "b1" : "b0";
    case Known::Type::Null: return "z";
  }
  return "z";
}

Known parse_known(std::string_view spelled) {
  std::string_view rest = spelled.substr(1);
  switch (spelled[0]) {
    case 's': return Known::of(std::string(rest));
    case 'n': {
      std::int64_t whole = 0;
      std::from_chars(rest.data(), rest.data() + rest.size(), whole);
      return Known::of(whole);
    }
    case 'r': {
      double real = 0;
      std::from_chars(rest.data(), rest.data() + rest.size(), real);
      return Known::of_real(real);
    }
    case 'b': return Known::truth(rest == "1");
    default: return {};
  }
}

std::optional<Known> known_literal(const Unit& unit, NodeId literal) {
  std::string_view text = unit.node(literal).text.valid() ? unit.text(literal) : std::string_view();
  switch (unit.node(literal).kind) {
    case Kind::Symbol: return Known::of(std::string(text.substr(0, kLongestText)));
    case Kind::String: case Kind::Character: case Kind::StringText: return Known::of(unescaped(text.substr(0, kLongestText), unit, literal));
    case Kind::Number: return number(std::string(unit.code(literal)));
    case Kind::Boolean: {
      std::string word = lower(std::string(unit.code(literal)));
      if (word == "true" || word == "yes") return Known::truth(true);
      return word == "false" || word == "no" ? std::optional(Known::truth(false)) : std::nullopt;
    }
    case Kind::Null: return Known{};
    default: return std::nullopt;
  }
}

std::optional<Known> known_unary(std::string_view op, const Known& operand, Language language) {
  if (op == "!" || op == "not") {
    auto truth = is_true(operand, language);
    return truth ? std::optional(Known::truth(!*truth)) : std::nullopt;
  }
  if (op == "-" && operand.type == Known::Type::Whole && operand.whole != INT64_MIN) return Known::of(-operand.whole);
  if (op == "-" && operand.type == Known::Type::Real) return Known::of_real(-operand.real);
  if (op == "+" && operand.is_number()) return operand;
  // A text of Ruby that may be changed, or may not.
  if ((op == "+" || op == "-") && language == Language::Ruby && operand.type == Known::Type::Text) return operand;
  if (op == "~" && operand.type == Known::Type::Whole) return Known::of(~operand.whole);
  return std::nullopt;
}

std::optional<Known> known_binary(std::string_view op, const Known& left, const Known& right, Language language) {
  using Type = Known::Type;
  if (left.type == Type::Whole && right.type == Type::Whole) {
    if (auto out = whole_binary(op, left.whole, right.whole, language)) return out;
    return compared(op, left.whole <=> right.whole);
  }
  if (left.is_number() && right.is_number()) {
    double a = left.number(), b = right.number();
    if (op == "+") return Known::of_real(a + b);
    if (op == "-") return Known::of_real(a - b);
    if (op == "*") return Known::of_real(a * b);
    if (op == "/" && b != 0) return Known::of_real(a / b);
    return compared(op, a <=> b);
  }
  bool is_join = op == "." || op == "+" || op == ".." || op == "~";
  bool has_text = left.type == Type::Text || right.type == Type::Text;
  if (is_join && has_text && (op != "+" || left.type == right.type || joins_numbers(language))) {
    auto a = joined_text(left, language), b = joined_text(right, language);
    if (a && b) return Known::of((*a + *b).substr(0, kLongestText));
    return std::nullopt;
  }
  if (left.type == Type::Text && right.type == Type::Text) {
    if (op == "in") return Known::truth(right.text.contains(left.text));
    if (op == "not in") return Known::truth(!right.text.contains(left.text));
    return compared(op, left.text <=> right.text);
  }
  if (left.type == Type::Truth && right.type == Type::Truth) {
    if (op == "&" || op == "&&") return Known::truth(left.whole && right.whole);
    if (op == "|" || op == "||") return Known::truth(left.whole || right.whole);
    return compared(op, left.whole <=> right.whole);
  }
  if (left.type == Type::Null && right.type == Type::Null) return compared(op, std::partial_ordering::equivalent);
  bool is_equality = is_one_of(op, {"==", "===", "!=", "!==", "is", "is not", "eq", "ne"});
  if (is_equality && (left.type == Type::Null || right.type == Type::Null) && left.type != Type::Truth && right.type != Type::Truth)
    return Known::truth(op.starts_with('!') || op == "is not" || op == "ne");
  return std::nullopt;
}

std::optional<Known> known_call(std::string_view name, const Known* receiver, std::span<const Known> arguments) {
  std::string plain = plain_name(name);
  if (receiver && receiver->type == Known::Type::Text) return text_call(plain, receiver->text, arguments);
  if (receiver) return std::nullopt;
  if (arguments.empty()) return std::nullopt;
  const Known& first = arguments[0];
  if (first.type == Known::Type::Text) return text_call(plain, first.text, arguments.subspan(1));
  if (first.is_number() && arguments.size() == 1 && is_one_of(plain, {"str", "tostring", "valueof", "strval", "string", "itoa"}))
    return first.type == Known::Type::Whole ? std::optional(Known::of(std::to_string(first.whole))) : std::nullopt;
  if (first.type == Known::Type::Whole && arguments.size() == 1 && is_one_of(plain, {"int", "intval", "abs"}))
    return Known::of(plain == "abs" && first.whole < 0 && first.whole != INT64_MIN ? -first.whole : first.whole);
  return std::nullopt;
}

std::optional<Known> known_element(const Known& text, const Known& index, Language language) {
  if (text.type != Known::Type::Text || index.type != Known::Type::Whole || !is_plain(text.text)) return std::nullopt;
  std::int64_t at = index.whole;
  bool counts_from_end = language == Language::Python || language == Language::Ruby || language == Language::Php;
  if (at < 0 && counts_from_end) at += static_cast<std::int64_t>(text.text.size());
  if (at < 0 || at >= static_cast<std::int64_t>(text.text.size())) return std::nullopt;
  return Known::of(text.text.substr(static_cast<std::size_t>(at), 1));
}

std::optional<bool> is_true(const Known& known, Language language) {
  bool only_nil_is_false = language == Language::Ruby || language == Language::Lua || language == Language::Elixir || language == Language::Clojure;
  switch (known.type) {
    case Known::Type::Truth: return known.whole != 0;
    case Known::Type::Null: return false;
    case Known::Type::Whole: return only_nil_is_false || known.whole != 0;
    case Known::Type::Real: return only_nil_is_false || known.real != 0;
    case Known::Type::Text:
      if (only_nil_is_false || language == Language::C || language == Language::Cpp) return true;
      return !known.text.empty() && !(language == Language::Php && known.text == "0");
  }
  return std::nullopt;
}

std::optional<std::string> joined_text(const Known& known, Language language) {
  switch (known.type) {
    case Known::Type::Text: return known.text;
    case Known::Type::Whole: return std::to_string(known.whole);
    case Known::Type::Truth:
      if (language == Language::Java || language == Language::Js || language == Language::Ts || language == Language::Tsx) return known.whole ? "true" : "false";
      return std::nullopt;
    default: return std::nullopt;
  }
}

std::string key_text(const Known& known) {
  switch (known.type) {
    case Known::Type::Text: return known.text;
    case Known::Type::Whole: return std::to_string(known.whole);
    default: return spell(known);
  }
}

}  // namespace sluice::flow
