#include "analyzers/pattern/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "analyzers/pattern/regex.h"
#include "base/text.h"
#include "base/time.h"

namespace sluice {

struct Comparison::Expression {
  enum class Type { Constant, Metavariable, Unary, Binary, List, Call } type = Type::Constant;
  ComparisonValue constant;
  std::string name;  // the metavariable, operator or function
  std::vector<std::shared_ptr<const Expression>> parts;
};

namespace {

using Value = ComparisonValue;
using Expression = Comparison::Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;
constexpr int kMaxDepth = 64;

struct Token {
  enum class Type { End, Number, String, Word, Metavariable, Symbol } type = Type::End;
  std::string text;
  std::size_t at = 0;
};

bool is_word_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; }

// Nothing when a character is none of the language.
std::optional<std::vector<Token>> tokenize(std::string_view text, std::size_t& bad) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    char c = text[at];
    std::size_t begin = at;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at;
      continue;
    }
    if (c == '"' || c == '\'') {
      std::string content;
      for (++at; at < text.size() && text[at] != c; ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == c || text[at + 1] == '\\')) ++at;
        content += text[at];
      }
      if (at >= text.size()) return bad = begin, std::nullopt;
      ++at;
      tokens.push_back({Token::Type::String, content, begin});
    } else if ((c >= '0' && c <= '9') || is_word_char(c) || c == '$') {
      ++at;
      if (c == '$' && text.substr(at).starts_with("...")) at += 3;
      while (at < text.size() && is_word_char(text[at])) ++at;
      auto type = c == '$' ? Token::Type::Metavariable : c >= '0' && c <= '9' ? Token::Type::Number : Token::Type::Word;
      tokens.push_back({type, std::string(text.substr(begin, at - begin)), begin});
    } else {
      constexpr std::string_view kDouble[] = {"==", "!=", "<=", ">=", "**", "//"};
      std::size_t width = 1;
      for (std::string_view symbol : kDouble)
        if (text.substr(at).starts_with(symbol)) width = 2;
      if (std::string_view("=!<>+-*/%()[],&|^~").find(c) == std::string_view::npos) return bad = at, std::nullopt;
      at += width;
      tokens.push_back({Token::Type::Symbol, std::string(text.substr(begin, width)), begin});
    }
  }
  tokens.push_back({Token::Type::End, "", text.size()});
  return tokens;
}

std::optional<Value> number(std::string_view text) {
  int base = 10;
  std::string_view digits = text;
  for (auto [prefix, meant] : {std::pair{"0x", 16}, std::pair{"0o", 8}, std::pair{"0b", 2}})
    if (to_lower(digits.substr(0, 2)) == prefix) base = meant;
  if (base != 10) digits.remove_prefix(2);
  std::int64_t integer = 0;
  auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), integer, base);
  if (error == std::errc{} && stop == digits.data() + digits.size() && !digits.empty()) return Value{integer, false};
  double real = 0;
  auto [stop2, error2] = std::from_chars(text.data(), text.data() + text.size(), real);
  if (error2 == std::errc{} && stop2 == text.data() + text.size() && !text.empty()) return Value{real, false};
  return std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  ExpressionPtr parse() {
    ExpressionPtr root = parse_level(0);
    return root && peek().type == Token::Type::End ? root : nullptr;
  }
  const Token& stopped_at() const { return tokens_[at_]; }

 private:
  const Token& peek() const { return tokens_[at_]; }
  bool is(std::string_view text) const { return peek().type != Token::Type::String && peek().text == text; }
  bool take(std::string_view text) { return is(text) ? ++at_, true : false; }

  // Python's levels, loosest first.
  static constexpr std::size_t kLevels = 9;
  std::string operator_at(std::size_t level) {
    static const std::vector<std::string_view> kOperators[kLevels] = {
        {"or"}, {"and"}, {"==", "!=", "<=", ">=", "<", ">", "in", "not"}, {"|"}, {"^"}, {"&"}, {"+", "-"}, {"*", "//", "/", "%"}, {"**"}};
    for (std::string_view op : kOperators[level]) {
      if (!is(op)) continue;
      ++at_;
      if (op != "not") return std::string(op);
      return take("in") ? "not in" : "?";
    }
    return {};
  }

  ExpressionPtr parse_level(std::size_t level) {
    if (++depth_ > kMaxDepth * static_cast<int>(kLevels)) return nullptr;
    if (level == kLevels) return parse_unary();
    if (level == 2 && is("not")) return parse_unary();
    ExpressionPtr left = parse_level(level + 1);
    for (std::string op; left && !(op = operator_at(level)).empty();) {
      ExpressionPtr right = parse_level(level + 1);
      if (!right) return nullptr;
      left = std::make_shared<const Expression>(Expression{Expression::Type::Binary, {}, op, {left, right}});
    }
    --depth_;
    return left;
  }

  ExpressionPtr parse_unary() {
    for (std::string_view op : {"not", "-", "~", "+"}) {
      if (!take(op)) continue;
      ExpressionPtr operand = op == "not" ? parse_level(2) : parse_level(kLevels - 1);
      return operand ? std::make_shared<const Expression>(Expression{Expression::Type::Unary, {}, std::string(op), {operand}}) : nullptr;
    }
    return parse_primary();
  }

  ExpressionPtr parse_primary() {
    Token token = peek();
    if (take("(")) {
      ExpressionPtr inner = parse_level(0);
      return inner && take(")") ? inner : nullptr;
    }
    if (take("[")) return parse_list("]", Expression::Type::List, "");
    ++at_;
    switch (token.type) {
      case Token::Type::String: return constant({token.text, false});
      case Token::Type::Metavariable: return std::make_shared<const Expression>(Expression{Expression::Type::Metavariable, {}, token.text, {}});
      case Token::Type::Number: {
        auto value = number(token.text);
        return value ? constant(*value) : nullptr;
      }
      case Token::Type::Word:
        if (token.text == "True" || token.text == "true") return constant({true, false});
        if (token.text == "False" || token.text == "false") return constant({false, false});
        return take("(") ? parse_list(")", Expression::Type::Call, token.text) : nullptr;
      default: return --at_, nullptr;
    }
  }

  ExpressionPtr parse_list(std::string_view close, Expression::Type type, std::string name) {
    Expression made{type, {}, std::move(name), {}};
    while (!take(close)) {
      ExpressionPtr part = parse_level(0);
      if (!part || (!take(",") && !is(close))) return nullptr;
      made.parts.push_back(part);
    }
    constexpr std::string_view kFunctions[] = {"int", "str", "float", "len", "re.match", "today", "strptime", "parse_promql_duration"};
    bool is_known = type == Expression::Type::List || std::ranges::find(kFunctions, std::string_view(made.name)) != std::end(kFunctions);
    return is_known ? std::make_shared<const Expression>(std::move(made)) : nullptr;
  }

  static ExpressionPtr constant(Value value) {
    return std::make_shared<const Expression>(Expression{Expression::Type::Constant, std::move(value), {}, {}});
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::optional<double> as_double(const Value& value) {
  if (auto integer = std::get_if<std::int64_t>(&value.value)) return static_cast<double>(*integer);
  if (auto real = std::get_if<double>(&value.value)) return *real;
  if (auto flag = std::get_if<bool>(&value.value)) return *flag ? 1.0 : 0.0;
  return std::nullopt;
}

bool truth(const Value& value) {
  if (auto text = std::get_if<std::string>(&value.value)) return !text->empty();
  if (auto list = std::get_if<Value::List>(&value.value)) return !list->empty();
  auto real = as_double(value);
  return real && *real != 0;
}

bool is_none(const Value& value) { return std::holds_alternative<std::monostate>(value.value); }

std::optional<int> compare(const Value& a, const Value& b) {
  auto x = std::get_if<std::string>(&a.value), y = std::get_if<std::string>(&b.value);
  if (x && y) return a.is_code || b.is_code ? std::nullopt : std::optional(x->compare(*y));
  auto left = as_double(a), right = as_double(b);
  if (!left || !right) return std::nullopt;
  return *left < *right ? -1 : *left > *right ? 1 : 0;
}

Value evaluate_compare(std::string_view op, const Value& a, const Value& b) {
  if (op == "in" || op == "not in") {
    bool found = false;
    if (auto list = std::get_if<Value::List>(&b.value)) {
      for (const Value& item : *list) found |= compare(a, item) == std::optional(0);
    } else {
      auto part = std::get_if<std::string>(&a.value), whole = std::get_if<std::string>(&b.value);
      if (!part || !whole) return {};
      found = whole->find(*part) != std::string::npos;
    }
    return {found == (op == "in"), false};
  }
  auto order = compare(a, b);
  if (!order) return op == "!=" && !is_none(a) && !is_none(b) ? Value{true, false} : Value{};
  if (op == "==") return {*order == 0, false};
  if (op == "!=") return {*order != 0, false};
  if (op == "<") return {*order < 0, false};
  if (op == "<=") return {*order <= 0, false};
  if (op == ">") return {*order > 0, false};
  if (op == ">=") return {*order >= 0, false};
  return {};
}

// Python's: the sign of the divisor.
std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  std::int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

Value evaluate_integers(std::string_view op, std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  bool overflow = false;
  if (op == "+") overflow = __builtin_add_overflow(a, b, &out);
  else if (op == "-") overflow = __builtin_sub_overflow(a, b, &out);
  else if (op == "*") overflow = __builtin_mul_overflow(a, b, &out);
  else if (op == "%" && b != 0 && b != -1) out = floor_mod(a, b);
  else if (op == "//" && b != 0 && b != -1) out = (a - floor_mod(a, b)) / b;
  else if (op == "&") out = a & b;
  else if (op == "|") out = a | b;
  else if (op == "^") out = a ^ b;
  else return {};
  return overflow ? Value{} : Value{out, false};
}

Value evaluate_arithmetic(std::string_view op, const Value& a, const Value& b) {
  auto x = std::get_if<std::string>(&a.value), y = std::get_if<std::string>(&b.value);
  if (x && y) return op == "+" ? Value{*x + *y, a.is_code || b.is_code} : Value{};
  auto i = std::get_if<std::int64_t>(&a.value), j = std::get_if<std::int64_t>(&b.value);
  if (i && j)
    if (Value value = evaluate_integers(op, *i, *j); !is_none(value)) return value;
  auto left = as_double(a), right = as_double(b);
  if (!left || !right) return {};
  if (op == "+") return {*left + *right, false};
  if (op == "-") return {*left - *right, false};
  if (op == "*") return {*left * *right, false};
  if (op == "/" && *right != 0) return {*left / *right, false};
  if (op == "**") return {std::pow(*left, *right), false};
  return {};
}

// What an expression is evaluated in, and what went wrong there.
struct Context {
  const Comparison::Lookup& lookup;
  std::string* limit_met_by;  // the regex; may be null
};

Value evaluate(const Expression& e, const Context& context);

std::string_view without_quotes(std::string_view text) {
  text = trim(text);
  bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'');
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

Value seconds_of(Date day) { return {static_cast<std::int64_t>(Instant(day).time_since_epoch().count()), false}; }

// `1h30m`, as Prometheus writes durations: whole numbers with units, the largest first.
Value milliseconds_of(std::string_view text) {
  constexpr std::pair<std::string_view, std::int64_t> kUnits[] = {{"ms", 1},           {"s", 1000},           {"m", 60'000},          {"h", 3'600'000},
                                                                  {"d", 86'400'000}, {"w", 604'800'000}, {"y", 31'536'000'000}};
  std::int64_t sum = 0;
  while (!text.empty()) {
    std::int64_t count = 0;
    auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || count < 0 || count > 1'000'000) return {};
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    auto unit = std::ranges::find_if(kUnits, [&](const auto& known) { return text.starts_with(known.first); });
    if (unit == std::end(kUnits)) return {};
    sum += count * unit->second;
    text.remove_prefix(unit->first.size());
  }
  return {sum, false};
}

Value evaluate_call(const Expression& e, const Context& context) {
  std::vector<Value> arguments;
  for (const auto& part : e.parts) arguments.push_back(evaluate(*part, context));
  if (e.name == "re.match") {
    auto regex = arguments.size() == 2 ? std::get_if<std::string>(&arguments[0].value) : nullptr;
    auto text = arguments.size() == 2 ? std::get_if<std::string>(&arguments[1].value) : nullptr;
    if (!regex || !text) return {};
    auto compiled = Regex::compile(*regex, Regex::Mode::AtStart, {});
    bool limit_met = false;
    bool is_found = compiled && compiled->is_found_in(*text, limit_met);
    if (limit_met && context.limit_met_by) *context.limit_met_by = *regex;
    return compiled && !limit_met ? Value{is_found, false} : Value{};
  }
  if (e.name == "today" && arguments.empty()) return seconds_of(day_of(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())));
  if (arguments.size() != 1) return {};
  const Value& value = arguments[0];
  auto text = std::get_if<std::string>(&value.value);
  if (e.name == "strptime" || e.name == "parse_promql_duration") {
    if (!text) return {};
    if (e.name == "parse_promql_duration") return milliseconds_of(without_quotes(*text));
    auto day = parse_day(without_quotes(*text));
    return day ? seconds_of(*day) : Value{};
  }
  if (e.name == "str") {
    if (text) return {*text, false};
    if (auto integer = std::get_if<std::int64_t>(&value.value)) return {std::to_string(*integer), false};
    if (auto real = std::get_if<double>(&value.value)) return {fmt::format("{}", *real), false};
    return {};
  }
  if (e.name == "len") return text ? Value{static_cast<std::int64_t>(text->size()), false} : Value{};
  Value converted = value;
  if (text) {
    auto parsed = number(without_quotes(*text));
    if (!parsed) return {};
    converted = *parsed;
  }
  auto real = as_double(converted);
  if (!real) return {};
  if (e.name == "float") return {*real, false};
  return std::holds_alternative<std::int64_t>(converted.value) ? converted : Value{static_cast<std::int64_t>(*real), false};
}

Value evaluate(const Expression& e, const Context& context) {
  switch (e.type) {
    case Expression::Type::Constant: return e.constant;
    case Expression::Type::Metavariable: return context.lookup(e.name);
    case Expression::Type::Call: return evaluate_call(e, context);
    case Expression::Type::List: {
      Value::List list;
      for (const auto& part : e.parts) list.push_back(evaluate(*part, context));
      return {std::move(list), false};
    }
    case Expression::Type::Unary: {
      Value operand = evaluate(*e.parts[0], context);
      if (e.name == "not") return is_none(operand) ? Value{} : Value{!truth(operand), false};
      if (e.name == "~") {
        auto integer = std::get_if<std::int64_t>(&operand.value);
        return integer ? Value{~*integer, false} : Value{};
      }
      return e.name == "-" ? evaluate_arithmetic("-", {std::int64_t{0}, false}, operand) : operand;
    }
    case Expression::Type::Binary: break;
  }
  Value left = evaluate(*e.parts[0], context);
  if (e.name == "and" && !truth(left)) return left;
  if (e.name == "or" && truth(left)) return left;
  Value right = evaluate(*e.parts[1], context);
  if (e.name == "and" || e.name == "or") return right;
  bool is_arithmetic = std::string_view("+-*/%**//&|^").find(e.name) != std::string_view::npos;
  return is_arithmetic ? evaluate_arithmetic(e.name, left, right) : evaluate_compare(e.name, left, right);
}

}  // namespace

Result<Comparison> Comparison::compile(std::string_view text, const Place& place) {
  std::size_t bad = 0;
  auto tokens = tokenize(text, bad);
  if (!tokens) return fail(place, "comparison-syntax", fmt::format("the comparison cannot be read at character {}: `{}`", bad + 1, text));
  Parser parser(*std::move(tokens));
  Comparison comparison;
  comparison.root_ = parser.parse();
  if (!comparison.root_)
    return fail(place, "comparison-syntax", fmt::format("the comparison cannot be read at character {}: `{}`", parser.stopped_at().at + 1, text));
  return comparison;
}

bool Comparison::holds(const Lookup& lookup, std::string* limit_met_by) const { return truth(evaluate(*root_, {lookup, limit_met_by})); }

}  // namespace sluice
