#include "analyzers/syntax/clojure.h"

#include <algorithm>

#include "analyzers/syntax/raw_tree.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice {
namespace {

constexpr std::string_view kDeepCallee = "slmv_deep";  // the stand-in of `<... form ...>`

constexpr std::size_t kLongestPath = 100;  // parts of a dotted name; what follows is one part

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == ','; }
bool is_opening(char c) { return c == '(' || c == '[' || c == '{'; }
bool is_closing(char c) { return c == ')' || c == ']' || c == '}'; }
// What ends a symbol, a keyword or a number.
bool ends_word(char c) { return is_blank(c) || is_opening(c) || is_closing(c) || std::string_view("\";@^`~\\").find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Reader {
 public:
  Reader(std::string_view text, const Names* base_names, const std::vector<StandIn>* stand_ins)
      : text_(text), out_(Language::Clojure, text, base_names), stand_ins_(stand_ins) {}

  Unit run() {
    out_.open(Kind::File, Role::None, {0, size()});
    skip_shebang();
    while (skip_blanks()) {
      if (!stand_ins_ && begins_namespace()) open_namespace();
      if (is_closing(text_[at_])) write_stray_bracket();
      else write_statement();
    }
    close_namespace();
    out_.close();
    return std::move(out_).build();
  }

 private:
  // --- the text ---

  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  char char_at(std::uint32_t at) const { return at < size() ? text_[at] : '\0'; }
  std::string_view rest() const { return text_.substr(at_); }

  void skip_shebang() {
    if (rest().starts_with("#!")) skip_line();
  }

  void skip_line() {
    std::uint32_t begin = at_;
    at_ = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at_), size()));
    out_.add_comment({begin, at_});
  }

  // To the next form or closing bracket; false at the end of the text.
  bool skip_blanks() {
    while (at_ < size()) {
      if (is_blank(text_[at_])) ++at_;
      else if (text_[at_] == ';') skip_line();
      else if (rest().starts_with("#_")) skip_discarded();
      else if (text_[at_] == '^' || rest().starts_with("#^")) skip_metadata();
      else return true;
    }
    return false;
  }

  void skip_discarded() {
    std::uint32_t begin = at_;
    at_ += 2;
    skip_form();
    out_.add_comment({begin, at_});
  }

  void skip_metadata() {
    at_ += text_[at_] == '^' ? 1 : 2;
    skip_form();
  }

  // A form that is not looked at: without recursion, brackets of any sort are counted.
  void skip_form() {
    std::uint32_t depth = 0;
    while (at_ < size()) {
      char c = text_[at_];
      bool is_prefix = std::string_view("'@`~^#").find(c) != std::string_view::npos;
      if (is_blank(c) || is_prefix) ++at_;
      else if (c == ';') skip_line();
      else if (c == '"') skip_string();
      else if (is_closing(c)) {
        if (depth == 0) return;  // the list's own, which the form is missing in
        ++at_;
        if (--depth == 0) return;
      } else if (is_opening(c)) {
        ++depth;
        ++at_;
      } else {
        skip_word();
        if (depth == 0) return;
      }
      if (c == '"' && depth == 0) return;
    }
  }

  void skip_string() {
    for (++at_; at_ < size() && text_[at_] != '"'; ++at_)
      if (text_[at_] == '\\') ++at_;
    at_ = std::min(at_ + 1, size());
  }

  // A symbol, a number, a keyword or a character.
  void skip_word() {
    if (text_[at_] == '\\') at_ = std::min(at_ + 2, size());
    else ++at_;
    while (at_ < size() && !ends_word(text_[at_])) ++at_;
  }

  bool begins_namespace() const { return rest().starts_with("(ns") && ends_word(char_at(at_ + 3)); }

  // --- namespaces ---

  void open_namespace() {
    close_namespace();
    namespace_ = out_.open(Kind::Block, Role::Element, {at_, at_});
    namespace_begin_ = at_;
  }

  void close_namespace() {
    if (!namespace_.valid()) return;
    out_.set_range(namespace_, {namespace_begin_, end_of_last_});
    out_.close();
    namespace_ = {};
  }

  void write_statement() {
    NodeId id = out_.open(Kind::ExprStmt, Role::Element, {at_, at_});
    std::uint32_t begin = at_;
    write_form(Role::Value);
    out_.set_range(id, {begin, at_});
    out_.close();
    end_of_last_ = at_;
  }

  void write_stray_bracket() {
    out_.add_error({at_, at_ + 1});
    out_.leaf(Kind::Error, Role::Element, {at_, at_ + 1}, {});
    end_of_last_ = ++at_;
  }

  // --- forms ---

  // One form, which begins at at_.
  void write_form(Role role) {
    if (depth_ >= kMaxDepth / 3) return write_cut(role);
    ++depth_;
    switch (text_[at_]) {
      case '(': write_list(role); break;
      case '[': write_sequence(Kind::Array, role, 1); break;
      case '{': write_map(role, 1); break;
      case '"': write_string(Kind::String, role, 0); break;
      case '\'': case '`': case '@': write_prefixed(role, 1); break;
      case '~': write_prefixed(role, char_at(at_ + 1) == '@' ? 2 : 1); break;
      case '#': write_dispatch(role); break;
      default: write_word(role); break;
    }
    --depth_;
  }

  void write_cut(Role role) {
    std::uint32_t begin = at_;
    skip_form();
    if (at_ == begin) ++at_;
    out_.leaf(Kind::Other, role, {begin, at_}, {});
    out_.mark_cut();
  }

  void write_dispatch(Role role) {
    char next = char_at(at_ + 1);
    if (next == '{') write_sequence(Kind::Set, role, 2);
    else if (next == '(') write_lambda(role);
    else if (next == '"') write_string(Kind::Regex, role, 1);
    else if (next == '\'') write_prefixed(role, 2);
    else if (next == '?') write_conditional(role);
    else if (next == '#') write_leaf(Kind::Number, role);
    else if (next == ':') write_tagged(role);
    else if (ends_word(next)) write_error(role);
    else write_tagged(role);
  }

  void write_error(Role role) {
    out_.add_error({at_, at_ + 1});
    out_.leaf(Kind::Error, role, {at_, at_ + 1}, {});
    ++at_;
  }

  // Writes forms up to the bracket that closes the list; its end is at_ then.
  void write_until_closed(std::uint32_t open_at, Role role) {
    while (skip_blanks() && !is_closing(text_[at_])) write_form(role);
    close_list(open_at);
  }

  void close_list(std::uint32_t open_at) {
    if (at_ < size()) ++at_;
    else out_.add_error({open_at, open_at + 1});
  }

  // `[a b]`, `#{a b}`
  void write_sequence(Kind kind, Role role, std::uint32_t bracket) {
    std::uint32_t begin = at_;
    NodeId id = out_.open(kind, role, {begin, begin});
    at_ += bracket;
    write_until_closed(begin, Role::Element);
    out_.set_range(id, {begin, at_});
    out_.close();
  }

  // `{:a 1 :b 2}`; a `...` or `$...X` of a pattern is no key.
  void write_map(Role role, std::uint32_t bracket) {
    std::uint32_t begin = at_;
    NodeId id = out_.open(Kind::Map, role, {begin, begin});
    at_ += bracket;
    while (skip_blanks() && !is_closing(text_[at_])) {
      const StandIn* hole = stand_in_at(word_range());
      if (hole && hole->kind != Kind::Hole) write_form(Role::Element);
      else write_pair();
    }
    close_list(begin);
    out_.set_range(id, {begin, at_});
    out_.close();
  }

  void write_pair() {
    std::uint32_t begin = at_;
    NodeId id = out_.open(Kind::Pair, Role::Element, {begin, begin});
    write_form(Role::Key);
    if (skip_blanks() && !is_closing(text_[at_])) write_form(Role::Value);
    out_.set_range(id, {begin, at_});
    out_.close();
  }

  // The first form is what is called. `(Foo. a)` and `(new Foo a)` make a Foo.
  void write_list(Role role) {
    std::uint32_t begin = at_++;
    if (!skip_blanks() || is_closing(text_[at_])) return write_empty_list(begin, role);
    std::string_view word = code(word_range());
    if (word == "new") {
      at_ += 3;
      if (!skip_blanks() || is_closing(text_[at_])) return write_empty_list(begin, role);
      return write_call(Kind::New, Role::Type, begin, role);
    }
    bool is_constructor = word.size() > 1 && word.ends_with('.') && !word.starts_with('.');
    if (is_constructor) write_call(Kind::New, Role::Type, begin, role);
    else write_call(Kind::Call, Role::Callee, begin, role);
  }

  void write_empty_list(std::uint32_t begin, Role role) {
    NodeId id = out_.open(Kind::Tuple, role, {begin, begin});
    close_list(begin);
    out_.set_range(id, {begin, at_});
    out_.close();
  }

  void write_call(Kind kind, Role callee, std::uint32_t begin, Role role) {
    NodeId id = out_.open(kind, role, {begin, begin});
    // `(...)` in a pattern is any list.
    const StandIn* hole = stand_in_at(word_range());
    bool is_any_list = hole && hole->kind == Kind::Ellipsis;
    write_form(callee);
    std::uint32_t from = at_;
    NodeId arguments = out_.open(Kind::Arguments, Role::Arguments, {from, from});
    bool is_empty = skip_blanks() && is_closing(text_[at_]);
    if (is_any_list && is_empty) out_.leaf(Kind::Ellipsis, Role::Element, {at_, at_}, "...");
    write_until_closed(begin, Role::Element);
    out_.set_range(arguments, {from, at_});
    out_.close();
    out_.set_range(id, {begin, at_});
    out_.close();
  }

  // `#(f %)`
  void write_lambda(Role role) {
    std::uint32_t begin = at_++;
    NodeId lambda = out_.open(Kind::Lambda, role, {begin, begin});
    NodeId block = out_.open(Kind::Block, Role::Body, {at_, at_});
    NodeId statement = out_.open(Kind::ExprStmt, Role::Element, {at_, at_});
    write_form(Role::Value);
    for (NodeId id : {statement, block}) {
      out_.set_range(id, {begin + 1, at_});
      out_.close();
    }
    out_.set_range(lambda, {begin, at_});
    out_.close();
  }

  // `'x`, `@x`, `~@x`, `#'x`
  void write_prefixed(Role role, std::uint32_t width) {
    std::uint32_t begin = at_;
    std::string_view op = text_.substr(begin, width);
    at_ += width;
    if (!skip_blanks() || is_closing(text_[at_])) {
      out_.leaf(Kind::Token, role, {begin, begin + width}, op);
      return;
    }
    NodeId id = out_.open(Kind::Unary, role, {begin, begin});
    out_.set_text(id, op);
    write_form(Role::Operand);
    out_.set_range(id, {begin, at_});
    out_.close();
  }

  // `#?(:clj a :cljs b)`, `#?@(...)`: what each platform reads.
  void write_conditional(Role role) {
    std::uint32_t width = char_at(at_ + 2) == '@' ? 3 : 2;
    if (char_at(at_ + width) != '(') return write_error(role);
    write_map(role, width + 1);
  }

  // `#inst "2020"`, `#:ns{...}`
  void write_tagged(Role role) {
    std::uint32_t begin = at_++;
    NodeId id = out_.open(Kind::Cast, role, {begin, begin});
    write_word(Role::Type);
    if (skip_blanks() && !is_closing(text_[at_])) write_form(Role::Value);
    out_.set_range(id, {begin, at_});
    out_.close();
  }

  // --- words and literals ---

  std::string_view code(ByteRange range) const { return text_.substr(range.begin, range.end - range.begin); }

  ByteRange word_range() const {
    std::uint32_t end = at_;
    while (end < size() && !ends_word(text_[end])) ++end;
    return {at_, end};
  }

  const StandIn* stand_in_at(ByteRange range) const {
    if (!stand_ins_ || range.begin == range.end) return nullptr;
    auto found = std::ranges::find_if(*stand_ins_, [range](const StandIn& each) { return each.range == range; });
    return found == stand_ins_->end() ? nullptr : &*found;
  }

  bool write_stand_in(ByteRange range, Role role) {
    const StandIn* hole = stand_in_at(range);
    if (!hole) return false;
    out_.leaf(hole->kind, role, range, hole->name);
    return true;
  }

  void write_leaf(Kind kind, Role role) {
    std::uint32_t begin = at_;
    at_ = std::min(at_ + 2, size());
    while (at_ < size() && !ends_word(text_[at_])) ++at_;
    out_.leaf(kind, role, {begin, at_}, text_.substr(begin, at_ - begin));
  }

  void write_string(Kind kind, Role role, std::uint32_t prefix) {
    std::uint32_t begin = at_;
    at_ += prefix;
    std::uint32_t quote = at_;
    skip_string();
    bool is_closed = at_ > quote + 1 && text_[at_ - 1] == '"';
    if (!is_closed) out_.add_error({quote, quote + 1});
    std::string_view content = text_.substr(quote + 1, at_ - quote - 1 - (is_closed ? 1 : 0));
    ByteRange range{begin, at_};
    if (write_stand_in(range, role)) return;
    if (stand_ins_ && content == "...") kind = Kind::AnyString;
    else if (stand_ins_ && is_metavariable(content)) kind = Kind::StringHole;
    out_.leaf(kind, role, range, content);
  }

  void write_word(Role role) {
    ByteRange range = word_range();
    if (text_[at_] == '\\') {
      at_ = std::min(at_ + 1, size());
      return write_character(role);
    }
    if (range.begin == range.end) return write_error(role);
    at_ = range.end;
    if (write_stand_in(range, role)) return;
    std::string_view word = code(range);
    bool is_deep = stand_ins_ && word == kDeepCallee && char_at(at_) == '(';
    if (is_deep) return write_deep(range, role);
    bool is_signed = word.size() > 1 && (word[0] == '-' || word[0] == '+');
    if (word[0] == ':') return write_keyword(range, role);
    if (is_digit(word[is_signed ? 1 : 0])) return write_number(range, role);
    if (word == "true" || word == "false") return leaf(Kind::Boolean, role, range);
    if (word == "nil") return leaf(Kind::Null, role, range);
    write_symbol(range, role);
  }

  void leaf(Kind kind, Role role, ByteRange range) { out_.leaf(kind, role, range, code(range)); }

  void write_number(ByteRange range, Role role) { out_.leaf(Kind::Number, role, range, number_value(code(range))); }

  void write_keyword(ByteRange range, Role role) {
    std::string_view word = code(range);
    word.remove_prefix(std::min(word.find_first_not_of(':'), word.size()));
    ByteRange name{range.end - static_cast<std::uint32_t>(word.size()), range.end};
    if (!stand_in_at(name)) return static_cast<void>(out_.leaf(Kind::Symbol, role, range, word));
    out_.open(Kind::Symbol, role, range);
    write_stand_in(name, Role::Name);
    out_.close();
  }

  // `\a`, `\newline`, `\(`
  void write_character(Role role) {
    std::uint32_t begin = at_ - 1;
    at_ = std::min(at_ + 1, size());
    while (at_ < size() && !ends_word(text_[at_])) ++at_;
    out_.leaf(Kind::Character, role, {begin, at_}, text_.substr(begin + 1, at_ - begin - 1));
  }

  // `slmv_deep(form)`: a call in the rule language's own terms.
  void write_deep(ByteRange callee, Role role) {
    NodeId id = out_.open(Kind::Call, role, callee);
    leaf(Kind::Name, Role::Callee, callee);
    std::uint32_t begin = at_++;
    NodeId arguments = out_.open(Kind::Arguments, Role::Arguments, {begin, begin});
    write_until_closed(begin, Role::Element);
    out_.set_range(arguments, {begin, at_});
    out_.close();
    out_.set_range(id, {callee.begin, at_});
    out_.close();
  }

  // `a.b.C/m`: the part before the slash is a dotted name, the part behind it is whole. A dot
  // that begins or ends a name (`.method`, `Class.`) is not between two parts.
  void write_symbol(ByteRange range, Role role) {
    std::string_view word = code(range);
    if (word.ends_with('.') && word.size() > 1 && role == Role::Type) {
      range.end -= 1;
      word.remove_suffix(1);
    }
    std::vector<ByteRange> parts;
    std::size_t slash = word.find('/');
    bool has_slash = slash != std::string_view::npos && slash > 0 && slash + 1 < word.size();
    std::size_t end = has_slash ? slash : word.size();
    std::size_t begin = 0;
    for (std::size_t at = 1; at + 1 < end; ++at) {
      bool is_between = word[at] == '.' && word[at - 1] != '.' && word[at + 1] != '.';
      if (!is_between || parts.size() == kLongestPath) continue;
      parts.push_back(within(range, begin, at));
      begin = at + 1;
    }
    parts.push_back(within(range, begin, end));
    if (has_slash) parts.push_back(within(range, slash + 1, word.size()));
    write_path(parts, role);
  }

  static ByteRange within(ByteRange range, std::size_t begin, std::size_t end) {
    return {range.begin + static_cast<std::uint32_t>(begin), range.begin + static_cast<std::uint32_t>(end)};
  }

  void write_path(const std::vector<ByteRange>& parts, Role role) {
    for (std::size_t i = parts.size() - 1; i > 0; --i)
      out_.open(Kind::Member, i == parts.size() - 1 ? role : Role::Object, {parts[0].begin, parts[i].end});
    write_name(parts[0], parts.size() == 1 ? role : Role::Object);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      write_name(parts[i], Role::Name);
      out_.close();
    }
  }

  void write_name(ByteRange range, Role role) {
    if (!write_stand_in(range, role)) leaf(Kind::Name, role, range);
  }

  std::string_view text_;
  Unit::Builder out_;
  const std::vector<StandIn>* stand_ins_;
  std::uint32_t at_ = 0;
  std::uint32_t depth_ = 0;
  NodeId namespace_;                   // the open Block of a namespace
  std::uint32_t namespace_begin_ = 0;
  std::uint32_t end_of_last_ = 0;      // the end of the last form of the file
};

}  // namespace

Unit read_clojure(std::string_view text, const Names* base_names, const std::vector<StandIn>* stand_ins) {
  return Reader(text, base_names, stand_ins).run();
}

}  // namespace sluice
