#include "analyzers/pattern/label_expression.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice {
namespace {

using Type = LabelExpression::Type;

constexpr int kMaxDepth = 50;  // of parentheses and `not`; nobody writes five

bool is_word_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

class Parser {
 public:
  Parser(std::string_view text, const Place& place) : text_(text), place_(place) {}

  Result<LabelExpression> run() {
    SLUICE_TRY(LabelExpression whole, any());
    if (!next().empty()) return unexpected("`and`, `or` or the end");
    return whole;
  }

 private:
  Result<LabelExpression> any() { return row(Type::Or, "or", [this] { return all(); }); }
  Result<LabelExpression> all() { return row(Type::And, "and", [this] { return one(); }); }

  template <class Member>
  Result<LabelExpression> row(Type type, std::string_view word, Member member) {
    SLUICE_TRY(LabelExpression first, member());
    if (next() != word) return first;
    LabelExpression out{type, {}, {std::move(first)}};
    while (next() == word) {
      take();
      SLUICE_TRY(LabelExpression more, member());
      out.parts.push_back(std::move(more));
    }
    return out;
  }

  Result<LabelExpression> one() {
    if (++depth_ > kMaxDepth) return unexpected("fewer parentheses");
    std::string_view word = next();
    if (word == "not") {
      take();
      SLUICE_TRY(LabelExpression inner, one());
      return --depth_, LabelExpression{Type::Not, {}, {std::move(inner)}};
    }
    if (word == "(") {
      take();
      SLUICE_TRY(LabelExpression inner, any());
      if (next() != ")") return unexpected("`)`");
      return take(), --depth_, inner;
    }
    bool is_label = !word.empty() && is_word_char(word.front()) && word != "and" && word != "or";
    if (!is_label) return unexpected("a label");
    take(), --depth_;
    if (word == "True" || word == "False") return LabelExpression{word == "True" ? Type::True : Type::False, {}, {}};
    return LabelExpression{Type::Label, std::string(word), {}};
  }

  // The next word or sign, without going behind it; empty at the end.
  std::string_view next() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
    std::size_t end = at_;
    while (end < text_.size() && is_word_char(text_[end])) ++end;
    return text_.substr(at_, std::max<std::size_t>(end - at_, 1));
  }
  void take() { at_ += next().size(); }

  std::unexpected<Errors> unexpected(std::string_view expected) {
    std::string_view found = next();
    std::string what = found.empty() ? "the end" : fmt::format("`{}`", found);
    return fail(place_, "rule-labels", fmt::format("`{}`: {} is expected at column {}, there is {}", text_, expected, at_ + 1, what));
  }

  std::string_view text_;
  const Place& place_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

bool LabelExpression::holds(const std::function<bool(std::string_view)>& has_label) const {
  auto part_holds = [&](const LabelExpression& part) { return part.holds(has_label); };
  switch (type) {
    case Type::Label: return has_label(label);
    case Type::And: return std::ranges::all_of(parts, part_holds);
    case Type::Or: return std::ranges::any_of(parts, part_holds);
    case Type::Not: return !part_holds(parts.front());
    case Type::True: return true;
    case Type::False: return false;
  }
  return false;
}

Result<LabelExpression> parse_label_expression(std::string_view text, const Place& place) { return Parser(text, place).run(); }

}  // namespace sluice
