#include "analyzers/templates/expression.h"

#include <algorithm>

namespace sluice::templates {
namespace {

constexpr std::size_t kMostFilters = 40;

class Translator {
 public:
  Translator(std::string_view source, ByteRange range, const Host& host, Style style)
      : source_(source), at_(range.begin), end_(range.end), host_(host), style_(style), whole_(range) {}

  Expression run() {
    if (whole_.end - whole_.begin > kLongestExpression) return nothing();
    while (at_ < end_) next();
    for (; !open_.empty(); open_.pop_back()) put(out_, std::string(1, open_.back().closer), here());
    if (out_.text.empty() || expects_operand_) put(out_, host_.nothing, here());
    return {std::move(out_), is_safe_};
  }

 private:
  struct Open {
    char closer;
    std::size_t start;  // of the operand that the bracket belongs to
  };

  ByteRange here() const { return {at_, at_}; }

  Expression nothing() const {
    Expression none;
    put(none.code, host_.nothing, {whole_.begin, whole_.begin});
    return none;
  }

  void begin_operand() {
    if (expects_operand_) start_ = out_.text.size();
    else put(out_, " " + std::string(host_.either) + " ", here()), start_ = out_.text.size();
    expects_operand_ = false;
  }

  void next() {
    char c = source_[at_];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return pass(1);
    if (c == '"' || c == '\'') return text(c);
    if (is_word_begin(c)) return word();
    if (c >= '0' && c <= '9') return number();
    if (c == '(' || c == '[' || c == '{') return open(c);
    if (c == ')' || c == ']' || c == '}') return close();
    if (c == '.' && !expects_operand_) return member();
    if (c == '|' && source_.substr(at_, 2) != "||" && !expects_operand_) return filter();
    if (c == '~') return operation(host_.text_join, 1);
    if (c == ':' && !open_.empty() && open_.back().closer == host_.map_end[0] && in_map()) return operation(host_.map_pair, 1);
    if (c == '?' && source_.substr(at_, 2) == "?.") return ++at_, member();
    // The rest are operators that the hosts spell alike; a comma begins anew.
    std::size_t length = 1;
    constexpr std::string_view kLonger[] = {"==", "!=", "<=", ">=", "//", "**", "&&", "||", "??", "?:", "=>"};
    if (std::ranges::find(kLonger, source_.substr(at_, 2)) != std::end(kLonger)) length = 2;
    std::string_view spelled = source_.substr(at_, length);
    bool is_known = length == 2 || std::string_view("+-*/%<>=,?:!").contains(c);
    if (!is_known) return pass(1);
    if (expects_operand_ && c != '-' && c != '+' && c != '!' && c != ',') return pass(length);
    if (expects_operand_ && c == ',') put(out_, host_.nothing, here());
    operation(spelled, length);
  }

  bool in_map() const { return !open_.empty() && open_.back().closer == host_.map_end[0]; }

  void pass(std::size_t length) { at_ += static_cast<std::uint32_t>(length); }

  void operation(std::string_view spelled, std::size_t length) {
    ByteRange place{at_, std::min(end_, at_ + static_cast<std::uint32_t>(length))};
    put(out_, " ", {at_, at_});
    put(out_, spelled, place);
    put(out_, " ", {place.end, place.end});
    at_ = place.end;
    expects_operand_ = true;
  }

  void text(char quote) {
    std::uint32_t last = at_ + 1;
    while (last < end_ && source_[last] != quote) last += source_[last] == '\\' ? 2 : 1;
    begin_operand();
    last = std::min(last, end_);
    // What stands in single quotes is a character in Java.
    bool is_character = style_ == Style::Java && quote == '\'' && text_of(source_, {at_, last}).find('"') == std::string_view::npos;
    std::string spelled(1, is_character ? '"' : quote);
    put(out_, spelled, {at_, at_ + 1});
    copy(out_, source_, {at_ + 1, last});
    at_ = std::min(end_, last + 1);
    put(out_, spelled, {last, at_});
  }

  void number() {
    std::uint32_t last = at_;
    while (last < end_ && (is_word(source_[last]) || (source_[last] == '.' && last + 1 < end_ && source_[last + 1] >= '0' && source_[last + 1] <= '9'))) ++last;
    begin_operand();
    copy(out_, source_, {at_, last});
    at_ = last;
  }

  void word() {
    ByteRange name = next_word(source_, at_, end_);
    std::string_view word = text_of(source_, name);
    at_ = name.end;
    if (word == "and" || word == "or") {
      at_ = name.begin;
      return operation(word == "and" ? host_.both : host_.either, word.size());
    }
    if (word == "not" || (word == "empty" && style_ == Style::Java)) {
      put(out_, host_.negated, name);
      return;
    }
    if (style_ == Style::Java && !expects_operand_ && is_listed(word, "eq ne lt gt le ge div mod instanceof")) {
      at_ = name.begin;
      return operation("==", word.size());
    }
    // `fn:length(x)` is a function of a library of tags.
    if (style_ == Style::Java && expects_operand_ && at_ < end_ && source_[at_] == ':' && at_ + 1 < end_ && is_word_begin(source_[at_ + 1])) {
      ByteRange function = next_word(source_, at_ + 1, end_);
      if (function.end < end_ && source_[function.end] == '(') {
        begin_operand();
        put(out_, "SluiceFilter.", name);
        copy(out_, source_, function);
        at_ = function.end;
        return;
      }
    }
    if (word == "in" && !expects_operand_) {
      at_ = name.begin;
      return operation(host_.has_indentation ? "in" : "==", 2);
    }
    // `a if b else c`: any of the three, where the host writes that otherwise.
    if ((word == "if" || word == "else") && style_ != Style::Java && !expects_operand_) {
      at_ = name.begin;
      return operation(host_.has_indentation ? word : host_.either, word.size());
    }
    if (word == "is" && !expects_operand_ && style_ != Style::Java) return test(name);
    begin_operand();
    constexpr std::string_view kTruths[] = {"true", "True", "false", "False"};
    if (std::ranges::find(kTruths, word) != std::end(kTruths)) {
      bool is_true = word[0] == 't' || word[0] == 'T';
      put(out_, host_.has_indentation ? (is_true ? "True" : "False") : (is_true ? "true" : "false"), name);
      return;
    }
    if (word == "none" || word == "None" || word == "null" || word == "nil") return put(out_, host_.nothing, name);
    bool is_called = at_ < end_ && source_[at_] == '(';
    bool is_key = in_map() && !is_called && at_ < end_ && source_.substr(at_, end_ - at_).find_first_not_of(' ') != std::string_view::npos &&
                  source_[at_ + source_.substr(at_, end_ - at_).find_first_not_of(' ')] == ':';
    if (is_key) {
      put(out_, "'" + std::string(word) + "'", name);
      return;
    }
    if (!is_called) put(out_, host_.variable_prefix, {name.begin, name.begin});
    copy(out_, source_, name);
  }

  // `x is defined`, `x is not divisibleby 3`: a truth.
  void test(ByteRange is) {
    put(out_, " == ", is);
    ByteRange name = next_word(source_, at_, end_);
    if (text_of(source_, name) == "not") name = next_word(source_, name.end, end_);
    at_ = std::max(at_, name.end);
    put(out_, host_.nothing, name);
    expects_operand_ = false;
  }

  void open(char c) {
    bool is_map = c == '{';
    char closer = c == '(' ? ')' : c == '[' ? ']' : host_.map_end.empty() ? '}' : host_.map_end[0];
    bool is_suffix = !expects_operand_ && c != '{';
    if (!is_suffix) begin_operand();
    open_.push_back({closer, start_});
    put(out_, is_map && !host_.map_begin.empty() ? host_.map_begin : std::string_view(&c, 1), {at_, at_ + 1});
    ++at_;
    expects_operand_ = true;
  }

  // What closes it is what was opened, whatever stands there.
  void close() {
    ByteRange place{at_, at_ + 1};
    ++at_;
    if (open_.empty()) return;
    // An argument may be missing.
    if (expects_operand_ && !out_.text.empty() && !std::string_view("([{").contains(out_.text.back())) put(out_, host_.nothing, place);
    put(out_, std::string(1, open_.back().closer), place);
    start_ = open_.back().start;
    open_.pop_back();
    expects_operand_ = false;
  }

  void member() {
    std::uint32_t dot = at_++;
    if (at_ < end_ && source_[at_] >= '0' && source_[at_] <= '9') {
      std::uint32_t last = at_;
      while (last < end_ && source_[last] >= '0' && source_[last] <= '9') ++last;
      put(out_, "[", {dot, at_});
      copy(out_, source_, {at_, last});
      put(out_, "]", {last, last});
      at_ = last;
      return;
    }
    if (at_ >= end_ || !is_word_begin(source_[at_])) return;
    ByteRange name = next_word(source_, at_, end_);
    put(out_, host_.member, {dot, name.begin});
    copy(out_, source_, name);
    at_ = name.end;
  }

  void filter() {
    ByteRange name = next_word(source_, at_ + 1, end_);
    bool is_name = name.begin < name.end && trimmed(source_, at_ + 1, name.begin).begin >= name.begin && ++filters_ <= kMostFilters;
    if (!is_name) return pass(1);
    std::string_view word = text_of(source_, name);
    if (open_.empty()) {
      if (word == "safe" || word == "raw" || word == "safeseq") is_safe_ = true;
      if (word == "e" || word == "escape" || word == "force_escape" || word == "forceescape") is_safe_ = false;
    }
    std::string begin = "SluiceFilter" + std::string(host_.scope) + std::string(word) + "(";
    out_.text.insert(start_, begin);
    out_.places.insert(out_.places.begin() + static_cast<std::ptrdiff_t>(start_), begin.size(), out_.places[start_ < out_.places.size() ? start_ : out_.places.size() - 1]);
    at_ = name.end;
    std::size_t start = start_;
    if (at_ < end_ && source_[at_] == '(') arguments();
    else if (style_ != Style::Twig && !in_map() && at_ < end_ && source_[at_] == ':') argument();
    put(out_, ")", here());
    start_ = start;
    expects_operand_ = false;
  }

  // Django's `default:name`.
  void argument() {
    ++at_;
    put(out_, ", ", here());
    expects_operand_ = true;
    std::size_t before = out_.text.size();
    while (at_ < end_ && source_[at_] != '|' && source_[at_] != ' ' && expects_operand_) next();
    while (at_ < end_ && source_[at_] == '.') member();
    if (out_.text.size() == before) put(out_, host_.nothing, here());
    expects_operand_ = false;
  }

  void arguments() {
    std::size_t depth = open_.size();
    std::uint32_t bracket = at_++;
    put(out_, ", ", {bracket, at_});
    open_.push_back({')', start_});
    expects_operand_ = true;
    std::size_t before = out_.text.size();
    while (at_ < end_ && open_.size() > depth) {
      if (open_.size() == depth + 1 && source_[at_] == ')') break;
      next();
    }
    if (at_ < end_) ++at_;
    while (open_.size() > depth) {
      if (open_.size() > depth + 1) put(out_, std::string(1, open_.back().closer), here());
      open_.pop_back();
    }
    if (out_.text.size() == before || expects_operand_) put(out_, host_.nothing, here());
    expects_operand_ = false;
  }

  std::string_view source_;
  std::uint32_t at_, end_;
  const Host& host_;
  Style style_;
  ByteRange whole_;
  ExtractedText out_;
  std::vector<Open> open_;
  std::size_t start_ = 0, filters_ = 0;
  bool expects_operand_ = true, is_safe_ = false;
};

}  // namespace

Expression translate(std::string_view source, ByteRange range, const Host& host, Style style) { return Translator(source, range, host, style).run(); }

}  // namespace sluice::templates
