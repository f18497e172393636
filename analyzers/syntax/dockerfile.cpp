#include "analyzers/syntax/dockerfile.h"

#include <algorithm>
#include <string>

#include "analyzers/syntax/dockerfile_lines.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

namespace sluice {
namespace {

// What stands behind the keyword.
enum class Form : std::uint8_t { Image, Words, Command, Pairs, Arguments, Text, Health, Instruction };

struct InstructionInfo {
  std::string_view name;
  Form form;
  bool has_flags = false;     // leading `--name=value`
  bool has_heredocs = false;
};
constexpr InstructionInfo kInstructions[] = {
    {"FROM", Form::Image, true},
    {"RUN", Form::Command, true, true},
    {"CMD", Form::Command},
    {"ENTRYPOINT", Form::Command},
    {"SHELL", Form::Command},
    {"COPY", Form::Words, true, true},
    {"ADD", Form::Words, true, true},
    {"VOLUME", Form::Words},
    {"EXPOSE", Form::Words},
    {"USER", Form::Words},
    {"WORKDIR", Form::Words},
    {"STOPSIGNAL", Form::Words},
    {"ENV", Form::Pairs},
    {"LABEL", Form::Pairs},
    {"ARG", Form::Arguments},
    {"MAINTAINER", Form::Text},
    {"HEALTHCHECK", Form::Health, true},
    {"ONBUILD", Form::Instruction},
};

const InstructionInfo* find_instruction(std::string_view name) {
  auto found = std::ranges::find(kInstructions, name, &InstructionInfo::name);
  return found == std::end(kInstructions) ? nullptr : found;
}

// HEALTHCHECK and ONBUILD hold one instruction; more is a mistake, or an attack.
constexpr int kMaxNesting = 3;
// Of `${...}`, so that many of them without an end are not each searched for one to the end.
constexpr std::size_t kMaxVariable = 1000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c == '\n'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_char(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }

std::string to_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

// A part of a logical line.
struct Span {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

struct JsonString {
  Span span;
  std::string content;
};

struct HeredocMark {
  std::string delimiter;
  bool strips_tabs = false;
};

class Reader {
 public:
  Reader(std::string_view text, const Names* base_names, const std::vector<Placeholder>* placeholders)
      : text_(text), lines_(text), out_(Language::Dockerfile, text, base_names), placeholders_(placeholders) {}

  Unit run() {
    out_.open(Kind::File, Role::None, {0, static_cast<std::uint32_t>(text_.size())});
    while (auto line = lines_.next()) {
      line_ = *std::move(line);
      bodies_.clear();
      end_ = line_.end;
      read_heredocs();
      instruction(skip_blanks(0), 0);
    }
    for (ByteRange comment : lines_.comments()) out_.add_comment(comment);
    out_.close();
    return std::move(out_).build();
  }

 private:
  // --- words ---

  std::string_view line() const { return line_.text; }
  std::string_view part(Span span) const { return line().substr(span.begin, span.end - span.begin); }
  ByteRange range(Span span) const { return line_.range(span.begin, span.end); }
  bool at_end(std::size_t at) const { return at >= line().size(); }

  std::size_t skip_blanks(std::size_t at) const {
    while (!at_end(at) && is_blank(line()[at])) ++at;
    return at;
  }

  std::size_t skip_quoted(std::size_t at) const {
    char quote = line()[at];
    for (std::size_t i = at + 1; i < line().size(); ++i) {
      if (line()[i] == lines_.escape() && quote == '"') ++i;
      else if (line()[i] == quote) return i + 1;
    }
    return at + 1;  // an apostrophe that opens nothing
  }

  // To the next blank outside quotes, or to `stop`.
  Span word(std::size_t at, char stop = '\0') const {
    Span span{at, at};
    while (!at_end(span.end) && !is_blank(line()[span.end]) && (stop == '\0' || line()[span.end] != stop)) {
      char c = line()[span.end];
      if (c == '"' || c == '\'') span.end = skip_quoted(span.end);
      else if (c == lines_.escape()) span.end = std::min(span.end + 2, line().size());
      else ++span.end;
    }
    return span;
  }

  // `&&`, `||`, `;`, `|` stand alone in a shell, blanks around them or not.
  std::size_t operator_length(std::size_t at) const {
    std::string_view rest = line().substr(at);
    if (rest.starts_with("&&") || rest.starts_with("||")) return 2;
    return rest.starts_with(';') || rest.starts_with('|') ? 1 : 0;
  }

  Span shell_word(std::size_t at) const {
    if (std::size_t length = operator_length(at)) return {at, at + length};
    Span span{at, at};
    while (!at_end(span.end) && !is_blank(line()[span.end]) && operator_length(span.end) == 0) {
      char c = line()[span.end];
      if (c == '"' || c == '\'') span.end = skip_quoted(span.end);
      else if (c == '\\') span.end = std::min(span.end + 2, line().size());
      else ++span.end;
    }
    return span;
  }

  const Placeholder* placeholder(ByteRange place) const {
    if (!placeholders_ || place.begin == place.end) return nullptr;
    for (const Placeholder& each : *placeholders_)
      if (place.begin >= each.range.begin && place.end <= each.range.end) return &each;
    return nullptr;
  }

  bool write_placeholder(Span span, Role role) {
    const Placeholder* found = placeholder(range(span));
    if (found) out_.leaf(found->kind, role, range(span), found->name);
    return found != nullptr;
  }

  // Where the variable that begins at `at` ends: `$A`, `${A:-b}`; `at` when it is none.
  std::size_t end_of_variable(std::size_t at, std::size_t end) const {
    if (line()[at] != '$' || at + 1 >= end) return at;
    if (line()[at + 1] == '{') {
      std::size_t close = line().substr(0, at + kMaxVariable).find('}', at);
      return close == std::string_view::npos || close >= end ? at : close + 1;
    }
    std::size_t i = at + 1;
    if (!is_name_start(line()[i])) return at;
    while (i < end && is_name_char(line()[i])) ++i;
    return i;
  }

  Span name_of_variable(Span variable) const {
    std::size_t begin = variable.begin + (line()[variable.begin + 1] == '{' ? 2 : 1);
    std::size_t end = begin;
    while (end < variable.end && is_name_char(line()[end])) ++end;
    return {begin, end};
  }

  // Calls `text(span, content)` and `variable(span)` for the parts of a word, quotes left out.
  template <class OnText, class OnVariable>
  void parts_of(Span span, char escape, OnText on_text, OnVariable on_variable) const {
    std::string content;
    std::size_t begin = span.begin;
    char quote = '\0';
    auto flush = [&](std::size_t end) {
      if (!content.empty()) on_text(Span{begin, end}, content);
      content.clear();
    };
    for (std::size_t i = span.begin; i < span.end; ++i) {
      char c = line()[i];
      bool opens = quote == '\0' && (c == '"' || c == '\'');
      if (content.empty()) begin = i;
      if (opens || c == quote) {
        quote = opens ? c : '\0';
      } else if (c == escape && quote != '\'' && i + 1 < span.end) {
        content += line()[++i];
      } else if (std::size_t end = quote == '\'' ? i : end_of_variable(i, span.end); end > i) {
        flush(i);
        on_variable(Span{i, end});
        i = end - 1;
      } else {
        content += c;
      }
    }
    flush(span.end);
  }

  void write_word(Span span, Role role) { write_word(span, role, lines_.escape()); }

  void write_word(Span span, Role role, char escape) {
    if (write_placeholder(span, role)) return;
    std::string all;
    bool has_variable = false;
    parts_of(span, escape, [&](Span, const std::string& text) { all += text; }, [&](Span) { has_variable = true; });
    if (!has_variable) {
      write_text(span, role, all);
      return;
    }
    out_.open(Kind::Template, role, range(span));
    parts_of(
        span, escape, [this](Span text, const std::string& content) { out_.leaf(Kind::StringText, Role::Element, range(text), content); },
        [this](Span variable) {
          Span name = name_of_variable(variable);
          out_.open(Kind::Interpolation, Role::Element, range(variable));
          out_.leaf(Kind::Name, Role::Value, range(name), part(name));
          out_.close();
        });
    out_.close();
  }

  // `"..."`, `"$X"` and `"=~/re/"` in a pattern are any text, any text with a name, a search.
  void write_text(Span span, Role role, std::string_view content) {
    bool is_search = placeholders_ && content.starts_with("=~/");
    Kind kind = Kind::String;
    if (is_search) kind = Kind::StringRegex;
    else if (placeholders_ && content == "...") kind = Kind::AnyString;
    else if (placeholders_ && is_metavariable(content)) kind = Kind::StringHole;
    out_.leaf(kind, role, range(span), is_search ? content.substr(2) : content);
  }

  // --- heredocs ---

  std::optional<HeredocMark> heredoc_mark(Span span) const {
    std::string_view text = part(span);
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') text.remove_prefix(1);
    if (!text.starts_with("<<") || text.starts_with("<<<")) return std::nullopt;
    text.remove_prefix(2);
    HeredocMark mark;
    if (text.starts_with('-')) {
      mark.strips_tabs = true;
      text.remove_prefix(1);
    }
    bool is_quoted = text.size() > 1 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
    if (is_quoted) text = text.substr(1, text.size() - 2);
    bool is_name = !text.empty() && is_name_start(text[0]) && std::ranges::all_of(text, is_name_char);
    if (!is_name) return std::nullopt;
    mark.delimiter = text;
    return mark;
  }

  // The keyword that the words of the line belong to: that behind ONBUILD.
  const InstructionInfo* innermost(std::size_t at) const {
    for (int depth = 0; depth < kMaxNesting; ++depth) {
      Span keyword = word(skip_blanks(at));
      const InstructionInfo* info = find_instruction(to_upper(part(keyword)));
      if (!info || info->form != Form::Instruction) return info;
      at = keyword.end;
    }
    return nullptr;
  }

  void read_heredocs() {
    const InstructionInfo* info = innermost(0);
    if (!info || !info->has_heredocs || line().find("<<") == std::string_view::npos) return;
    for (std::size_t at = skip_blanks(0); !at_end(at);) {
      Span span = shell_word(at);
      if (auto mark = heredoc_mark(span)) {
        Heredoc heredoc = lines_.heredoc(mark->delimiter, mark->strips_tabs);
        bodies_.push_back(heredoc.body);
        end_ = heredoc.end;
      }
      at = skip_blanks(std::max(span.end, at + 1));
    }
  }

  // --- instructions ---

  void instruction(std::size_t at, int depth) {
    Span keyword = word(at);
    bool is_alone = at_end(skip_blanks(keyword.end));
    if (is_alone && write_placeholder(keyword, Role::Element)) return;  // `...` between instructions
    const InstructionInfo* info = find_instruction(to_upper(part(keyword)));
    bool is_placeholder = placeholder(range(keyword)) != nullptr;
    if (!info && !is_placeholder) return unknown(at);
    std::size_t begin = skip_blanks(keyword.end);
    open_call(keyword, begin);
    alias_ = {};
    if (info) arguments(*info, begin, depth);
    else words(begin);
    for (ByteRange body : bodies_) out_.leaf(Kind::String, Role::Element, body, text_.substr(body.begin, body.end - body.begin));
    bodies_.clear();
    out_.close();
    if (!alias_.empty() && !write_placeholder(alias_, Role::Alias)) out_.leaf(Kind::Name, Role::Alias, range(alias_), part(alias_));
    alias_ = {};
    out_.close();
  }

  // Ends the Call and begins the same once more, for what stands at `at`.
  void again(std::size_t at) {
    out_.close();
    out_.close();
    open_call(keyword_, at);
  }

  void open_call(Span keyword, std::size_t at) {
    keyword_ = keyword;
    out_.open(Kind::Call, Role::Element, {range(keyword).begin, end_});
    if (!write_placeholder(keyword, Role::Callee)) out_.leaf(Kind::Name, Role::Callee, range(keyword), to_upper(part(keyword)));
    out_.open(Kind::Arguments, Role::Arguments, {line_.range(at, at).begin, end_});
  }

  void unknown(std::size_t at) {
    ByteRange whole{line_.range(at, at).begin, end_};
    out_.add_error(whole);
    out_.open(Kind::Error, Role::Element, whole);
    words(at);
    out_.close();
  }

  void arguments(const InstructionInfo& info, std::size_t at, int depth) {
    if (info.has_flags) at = flags(at);
    switch (info.form) {
      case Form::Image: return image(at);
      case Form::Words: return exec_form(at) ? void() : words(at);
      case Form::Command: return exec_form(at) ? void() : shell_words(at);
      case Form::Pairs: return word(at, '=').end == word(at).end ? old_pair(at) : pairs(at);
      case Form::Arguments: return pairs(at);
      case Form::Text: return text(at);
      case Form::Health: {
        bool is_none = to_upper(part(word(at))) == "NONE";
        return is_none || at_end(at) ? words(at) : nested(at, depth);
      }
      case Form::Instruction: return nested(at, depth);
    }
  }

  void nested(std::size_t at, int depth) {
    if (depth + 1 < kMaxNesting && !at_end(at)) return instruction(at, depth + 1);
    words(at);
  }

  // `--from=x --link`: KeywordArguments.
  std::size_t flags(std::size_t at) {
    while (line().substr(std::min(at, line().size())).starts_with("--")) {
      Span flag = word(at);
      if (part(flag) == "--") return at;
      std::size_t equals = std::min(line().find('=', at), flag.end);
      Span name{at + 2, equals}, value{equals + 1, flag.end};
      out_.open(Kind::KeywordArgument, Role::Element, range(flag));
      if (!write_placeholder(name, Role::Name)) out_.leaf(Kind::Name, Role::Name, range(name), part(name));
      if (equals < flag.end) write_word(value, Role::Value);
      out_.close();
      at = skip_blanks(flag.end);
    }
    return at;
  }

  void words(std::size_t at) {
    while (!at_end(at)) {
      Span span = word(at);
      if (heredoc_mark(span)) out_.leaf(Kind::Token, Role::Element, range(span), part(span));
      else write_word(span, Role::Element);
      at = skip_blanks(span.end);
    }
  }

  void shell_words(std::size_t at) {
    while (!at_end(at)) {
      Span span = shell_word(at);
      bool is_token = operator_length(at) > 0 || heredoc_mark(span);
      if (is_token) out_.leaf(Kind::Token, Role::Element, range(span), part(span));
      else write_word(span, Role::Element, '\\');
      at = skip_blanks(std::max(span.end, at + 1));
    }
  }

  void text(std::size_t at) {
    Span rest{at, line().size()};
    if (!rest.empty() && !write_placeholder(rest, Role::Element)) write_text(rest, Role::Element, part(rest));
  }

  // `image:tag@digest AS stage`
  void image(std::size_t at) {
    if (at_end(at)) return;
    Span reference = word(at);
    write_image(reference);
    at = skip_blanks(reference.end);
    Span as = word(at);
    if (to_upper(part(as)) == "AS" && !at_end(skip_blanks(as.end))) {
      alias_ = word(skip_blanks(as.end));
      at = skip_blanks(alias_.end);
    }
    words(at);
  }

  // Where `separator` stands outside variables, from the right; npos when nowhere.
  std::size_t last_outside_variables(Span span, char separator) const {
    std::size_t found = std::string_view::npos;
    for (std::size_t i = span.begin; i < span.end; ++i) {
      if (std::size_t end = end_of_variable(i, span.end); end > i) i = end - 1;
      else if (line()[i] == separator) found = i;
    }
    return found;
  }

  void write_image(Span reference) {
    std::size_t digest = last_outside_variables(reference, '@');
    Span named{reference.begin, digest == std::string_view::npos ? reference.end : digest};
    std::size_t slash = last_outside_variables(named, '/');
    std::size_t tag = last_outside_variables(named, ':');
    bool has_tag = tag != std::string_view::npos && (slash == std::string_view::npos || tag > slash);  // not a registry's port
    if (digest != std::string_view::npos) open_binary("@", reference, Role::Element);
    Role role = digest != std::string_view::npos ? Role::Left : Role::Element;
    if (has_tag) open_binary(":", named, role);
    write_word({named.begin, has_tag ? tag : named.end}, has_tag ? Role::Left : role);
    if (has_tag) {
      write_word({tag + 1, named.end}, Role::Right);
      out_.close();
    }
    if (digest == std::string_view::npos) return;
    write_word({digest + 1, reference.end}, Role::Right);
    out_.close();
  }

  void open_binary(std::string_view op, Span span, Role role) {
    NodeId id = out_.open(Kind::Binary, role, range(span));
    out_.set_text(id, op);
  }

  // `A=1 B="2 3"` is two instructions in one; `A` alone in ARG.
  void pairs(std::size_t at) {
    for (bool is_first = true; !at_end(at); is_first = false) {
      if (!is_first) again(at);
      Span key = word(at, '=');
      bool has_value = !at_end(key.end) && line()[key.end] == '=';
      Span value = has_value ? word(key.end + 1) : key;
      if (has_value) pair(key, value);
      else write_name(key, Role::Element);
      at = skip_blanks(std::max(value.end, at + 1));
    }
  }

  // `A the rest of the line`
  void old_pair(std::size_t at) {
    Span key = word(at);
    Span value{skip_blanks(key.end), line().size()};
    if (value.empty()) return words(at);
    pair(key, value);
  }

  void pair(Span key, Span value) {
    out_.open(Kind::Pair, Role::Element, range({key.begin, value.end}));
    write_name(key, Role::Key);
    write_word(value, Role::Value);
    out_.close();
  }

  void write_name(Span span, Role role) {
    if (write_placeholder(span, role)) return;
    std::string_view name = part(span);
    bool is_quoted = name.size() > 1 && (name[0] == '"' || name[0] == '\'') && name.back() == name[0];
    out_.leaf(Kind::Name, role, range(span), is_quoted ? name.substr(1, name.size() - 2) : name);
  }

  // `["a", "b"]`; what is not quite that is the shell form, as Docker reads it.
  bool exec_form(std::size_t at) {
    std::vector<JsonString> strings;
    if (at_end(at) || line()[at] != '[' || !read_json(at, strings)) return false;
    out_.open(Kind::Array, Role::Element, range({at, line().size()}));
    for (const JsonString& each : strings)
      if (!write_placeholder(each.span, Role::Element)) write_text(each.span, Role::Element, each.content);
    out_.close();
    return true;
  }

  bool read_json(std::size_t at, std::vector<JsonString>& strings) const {
    at = skip_blanks(at + 1);
    if (!at_end(at) && line()[at] == ']') return at_end(skip_blanks(at + 1));
    while (!at_end(at)) {
      JsonString item;
      item.span = {at, at};
      if (!read_json_string(item) && !read_json_placeholder(item)) return false;
      at = skip_blanks(item.span.end);
      strings.push_back(std::move(item));
      if (at_end(at)) return false;
      if (line()[at] == ']') return at_end(skip_blanks(at + 1));
      if (line()[at] != ',') return false;
      at = skip_blanks(at + 1);
    }
    return false;
  }

  bool read_json_string(JsonString& out) const {
    std::size_t at = out.span.begin;
    if (line()[at] != '"') return false;
    for (++at; at < line().size(); ++at) {
      char c = line()[at];
      if (c == '"') {
        out.span.end = at + 1;
        return true;
      }
      if (c == '\\' && at + 1 < line().size()) {
        char escaped = line()[++at];
        if (escaped != '"' && escaped != '\\' && escaped != '/') out.content += '\\';
        out.content += escaped;
      } else {
        out.content += c;
      }
    }
    return false;
  }

  // `["sh", $X, ...]` in a pattern.
  bool read_json_placeholder(JsonString& out) const {
    std::size_t at = out.span.begin;
    while (!at_end(at) && is_name_char(line()[at])) ++at;
    out.span.end = at;
    return placeholder(range(out.span)) != nullptr;
  }

  std::string_view text_;
  DockerfileLines lines_;
  Unit::Builder out_;
  const std::vector<Placeholder>* placeholders_;
  LogicalLine line_;
  std::vector<ByteRange> bodies_;  // of the heredocs of this line
  std::uint32_t end_ = 0;          // of the instruction, heredocs included
  Span keyword_;                   // of the instruction that is being read
  Span alias_;                     // the stage that a FROM names
};

}  // namespace

Unit read_dockerfile(std::string_view text, const Names* base_names, const std::vector<Placeholder>* placeholders) {
  return Reader(text, base_names, placeholders).run();
}

}  // namespace sluice
