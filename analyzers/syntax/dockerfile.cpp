#include "analyzers/syntax/dockerfile.h"

#include <algorithm>
#include <string>

#include "analyzers/syntax/dockerfile_lines.h"
#include "analyzers/syntax/dockerfile_words.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

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

std::string to_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

const InstructionInfo* find_instruction(std::string_view keyword) {
  auto found = std::ranges::find(kInstructions, to_upper(keyword), &InstructionInfo::name);
  return found == std::end(kInstructions) ? nullptr : found;
}

// HEALTHCHECK and ONBUILD hold one instruction; more is a mistake, or an attack.
constexpr int kMaxNesting = 3;

class Reader {
 public:
  Reader(std::string_view text, const Names* base_names, const std::vector<StandIn>* stand_ins)
      : text_(text), lines_(text), out_(Language::Dockerfile, text, base_names), stand_ins_(stand_ins), words_({}, '\\') {}

  Unit run() {
    out_.open(Kind::File, Role::None, {0, static_cast<std::uint32_t>(text_.size())});
    while (auto line = lines_.next()) {
      line_ = *std::move(line);
      words_ = DockerfileWords(line_.text, lines_.escape());
      end_ = line_.end;
      read_heredocs();
      write_instruction(words_.skip_blanks(0), 0);
    }
    for (ByteRange comment : lines_.comments()) out_.add_comment(comment);
    out_.close();
    return std::move(out_).build();
  }

 private:
  ByteRange range(WordSpan span) const { return line_.range(span.begin, span.end); }
  std::string_view part(WordSpan span) const { return words_.part(span); }
  bool at_end(std::size_t at) const { return words_.at_end(at); }
  std::size_t skip_blanks(std::size_t at) const { return words_.skip_blanks(at); }

  // --- words ---

  const StandIn* stand_in(WordSpan span) const {
    ByteRange place = range(span);
    if (!stand_ins_ || place.begin == place.end) return nullptr;
    for (const StandIn& each : *stand_ins_)
      if (place.begin >= each.range.begin && place.end <= each.range.end) return &each;
    return nullptr;
  }

  bool write_stand_in(WordSpan span, Role role) {
    const StandIn* found = stand_in(span);
    if (found) out_.leaf(found->kind, role, range(span), found->name);
    return found != nullptr;
  }

  void write_word(WordSpan span, Role role) { write_word(span, role, lines_.escape()); }

  void write_word(WordSpan span, Role role, char escape) {
    if (write_stand_in(span, role)) return;
    std::vector<WordPart> parts = words_.parts(span, escape);
    if (std::ranges::none_of(parts, &WordPart::is_variable)) {
      std::string all;
      for (const WordPart& each : parts) all += each.content;
      return write_text(span, role, all);
    }
    out_.open(Kind::Template, role, range(span));
    for (const WordPart& each : parts) {
      if (!each.is_variable) {
        out_.leaf(Kind::StringText, Role::Element, range(each.span), each.content);
        continue;
      }
      out_.open(Kind::Interpolation, Role::Element, range(each.span));
      out_.leaf(Kind::Name, Role::Value, range(each.name), each.content);
      out_.close();
    }
    out_.close();
  }

  // `"..."`, `"$X"` and `"=~/re/"` in a pattern are any text, any text with a name, a search.
  void write_text(WordSpan span, Role role, std::string_view content) {
    bool is_search = stand_ins_ && content.starts_with("=~/");
    Kind kind = Kind::String;
    if (is_search) kind = Kind::StringRegex;
    else if (stand_ins_ && content == "...") kind = Kind::AnyString;
    else if (stand_ins_ && is_metavariable(content)) kind = Kind::StringHole;
    out_.leaf(kind, role, range(span), is_search ? content.substr(2) : content);
  }

  void write_name(WordSpan span, Role role) {
    if (write_stand_in(span, role)) return;
    std::string_view name = part(span);
    bool is_quoted = name.size() > 1 && (name[0] == '"' || name[0] == '\'') && name.back() == name[0];
    out_.leaf(Kind::Name, role, range(span), is_quoted ? name.substr(1, name.size() - 2) : name);
  }

  // --- heredocs ---

  // The instruction whose words the line has: that behind ONBUILD.
  const InstructionInfo* innermost() const {
    std::size_t at = 0;
    for (int depth = 0; depth < kMaxNesting; ++depth) {
      WordSpan keyword = words_.word(skip_blanks(at));
      const InstructionInfo* info = find_instruction(part(keyword));
      if (!info || info->form != Form::Instruction) return info;
      at = keyword.end;
    }
    return nullptr;
  }

  // Their text stands behind the line, so it is read before the instruction is written.
  void read_heredocs() {
    bodies_.clear();
    const InstructionInfo* info = innermost();
    if (!info || !info->has_heredocs || line_.text.find("<<") == std::string::npos) return;
    for (std::size_t at = skip_blanks(0); !at_end(at);) {
      WordSpan span = words_.shell_word(at);
      if (auto mark = words_.heredoc_mark(span)) {
        Heredoc heredoc = lines_.heredoc(mark->delimiter, mark->strips_tabs);
        bodies_.push_back(heredoc.body);
        end_ = heredoc.end;
      }
      at = skip_blanks(std::max(span.end, at + 1));
    }
  }

  // --- instructions ---

  void write_instruction(std::size_t at, int depth) {
    WordSpan keyword = words_.word(at);
    bool is_alone = at_end(skip_blanks(keyword.end));
    if (is_alone && write_stand_in(keyword, Role::Element)) return;  // `...` between instructions
    const InstructionInfo* info = find_instruction(part(keyword));
    if (!info && is_alone && stand_ins_) return write_word(keyword, Role::Element);  // a word of any instruction
    if (!info && !stand_in(keyword)) return write_unknown(at);
    keyword_ = keyword;
    open_call();
    std::size_t begin = skip_blanks(keyword.end);
    if (info && info->has_flags) begin = write_flags(begin);
    open_arguments(begin);
    alias_ = {};
    if (info) write_arguments(*info, begin, depth);
    else write_words(begin);
    std::vector<ByteRange> shell = info && !stand_ins_ ? shell_of(*info, begin) : std::vector<ByteRange>();
    for (ByteRange body : bodies_) out_.leaf(Kind::String, Role::Element, body, text_.substr(body.begin, body.end - body.begin));
    bodies_.clear();
    out_.close();
    if (!alias_.empty()) write_name(alias_, Role::Alias);
    alias_ = {};
    write_shell(shell);
    out_.close();
  }

  // What the shell reads of an instruction whose words begin at `at`; nothing in the exec form.
  std::vector<ByteRange> shell_of(const InstructionInfo& info, std::size_t at) const {
    bool is_shell = info.form == Form::Command && info.name != "SHELL" && !at_end(at) && !is_exec_form(at);
    if (!is_shell) return {};
    WordSpan first = words_.word(at);
    bool is_script = words_.heredoc_mark(first) && at_end(skip_blanks(first.end)) && bodies_.size() == 1;
    if (is_script) return is_of_other_language(bodies_[0]) ? std::vector<ByteRange>() : bodies_;
    std::vector<ByteRange> parts = line_.ranges(at, words_.line().size());
    if (!bodies_.empty()) parts.push_back({line_.end, end_});
    return parts;
  }

  // `#!/usr/bin/env python3`
  bool is_of_other_language(ByteRange script) const {
    std::string_view line = text_.substr(script.begin, script.end - script.begin);
    line = line.substr(0, line.find('\n'));
    return line.starts_with("#!") && line.find("sh") == std::string_view::npos;
  }

  void write_shell(const std::vector<ByteRange>& parts) {
    if (parts.empty()) return;
    out_.open(Kind::Block, Role::Init, {parts.front().begin, parts.back().end});
    read_into(out_, Language::Bash, text_, parts);
    out_.close();
  }

  void open_call() {
    out_.open(Kind::Call, Role::Element, {range(keyword_).begin, end_});
    if (!write_stand_in(keyword_, Role::Callee)) out_.leaf(Kind::Name, Role::Callee, range(keyword_), to_upper(part(keyword_)));
  }

  void open_arguments(std::size_t at) {
    out_.open(Kind::Arguments, Role::Arguments, {line_.range(at, at).begin, end_});
  }

  void write_unknown(std::size_t at) {
    ByteRange whole{line_.range(at, at).begin, end_};
    out_.add_error(whole);
    out_.open(Kind::Error, Role::Element, whole);
    write_words(at);
    out_.close();
  }

  void write_arguments(const InstructionInfo& info, std::size_t at, int depth) {
    switch (info.form) {
      case Form::Image: return write_image(at);
      case Form::Words: return write_exec_form(at) ? void() : write_words(at);
      case Form::Command: return write_exec_form(at) ? void() : write_shell_words(at);
      case Form::Pairs: {
        at = skip_ellipses(at);
        bool is_old_form = words_.word(at, '=').end == words_.word(at).end;  // no `=` in the first word
        return is_old_form ? write_old_pair(at) : write_pairs(at);
      }
      case Form::Arguments: return write_pairs(at);
      case Form::Text: return write_rest(at);
      case Form::Health: {
        at = skip_ellipses(at);
        bool is_none = to_upper(part(words_.word(at))) == "NONE";
        return is_none ? write_words(at) : write_nested(at, depth);
      }
      case Form::Instruction: return write_nested(at, depth);
    }
  }

  void write_nested(std::size_t at, int depth) {
    bool is_instruction = depth + 1 < kMaxNesting && !at_end(at);
    if (is_instruction) write_instruction(at, depth + 1);
    else write_words(at);
  }

  // `--from=x --link`: a rule names those it cares for, so they are Attributes.
  std::size_t write_flags(std::size_t at) {
    while (words_.line().substr(std::min(at, words_.line().size())).starts_with("--")) {
      WordSpan flag = words_.word(at);
      std::size_t equals = std::min(words_.line().find('=', at), flag.end);
      out_.open(Kind::KeywordArgument, Role::Attribute, range(flag));
      write_name({at + 2, equals}, Role::Name);
      if (equals < flag.end) write_word({equals + 1, flag.end}, Role::Value);
      out_.close();
      at = skip_blanks(flag.end);
    }
    return at;
  }

  void write_words(std::size_t at) {
    while (!at_end(at)) {
      WordSpan span = words_.word(at);
      if (words_.heredoc_mark(span)) out_.leaf(Kind::Token, Role::Element, range(span), part(span));
      else write_word(span, Role::Element);
      at = skip_blanks(span.end);
    }
  }

  void write_shell_words(std::size_t at) {
    while (!at_end(at)) {
      WordSpan span = words_.shell_word(at);
      bool is_token = words_.operator_length(at) > 0 || words_.heredoc_mark(span);
      if (is_token) out_.leaf(Kind::Token, Role::Element, range(span), part(span));
      else write_word(span, Role::Element, '\\');
      at = skip_blanks(std::max(span.end, at + 1));
    }
  }

  void write_rest(std::size_t at) {
    WordSpan rest{at, words_.line().size()};
    if (!rest.empty() && !write_stand_in(rest, Role::Element)) write_text(rest, Role::Element, part(rest));
  }

  // `image:tag@digest AS stage`
  void write_image(std::size_t at) {
    if (at_end(at)) return;
    WordSpan reference = words_.word(at);
    write_reference(reference);
    at = skip_blanks(reference.end);
    WordSpan as = words_.word(at);
    std::size_t name = skip_blanks(as.end);
    if (to_upper(part(as)) == "AS" && !at_end(name)) {
      alias_ = words_.word(name);
      at = skip_blanks(alias_.end);
    }
    write_words(at);
  }

  void write_reference(WordSpan reference) {
    constexpr std::size_t kNone = std::string_view::npos;
    std::size_t digest = words_.last_outside_variables(reference, '@');
    if (digest != kNone) open_binary("@", reference, Role::Element);
    write_tagged({reference.begin, digest == kNone ? reference.end : digest}, digest == kNone ? Role::Element : Role::Left);
    if (digest == kNone) return;
    write_word({digest + 1, reference.end}, Role::Right);
    out_.close();
  }

  void write_tagged(WordSpan image, Role role) {
    std::size_t slash = words_.last_outside_variables(image, '/');
    std::size_t colon = words_.last_outside_variables(image, ':');
    // The colon before a slash is a registry's port.
    bool has_tag = colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash);
    if (!has_tag) return write_word(image, role);
    open_binary(":", image, role);
    write_word({image.begin, colon}, Role::Left);
    write_word({colon + 1, image.end}, Role::Right);
    out_.close();
  }

  void open_binary(std::string_view op, WordSpan span, Role role) {
    NodeId id = out_.open(Kind::Binary, role, range(span));
    out_.set_text(id, op);
  }

  // `A=1 B="2 3"` is two instructions in one; `A` alone in ARG.
  void write_pairs(std::size_t at) {
    for (bool is_first = true; !at_end(at); is_first = false) {
      if (!is_first) {
        at = skip_ellipses(at);
        if (is_ellipsis(words_.word(at))) return;
        begin_again(at);
      }
      WordSpan key = words_.word(at, '=');
      bool has_value = !at_end(key.end) && words_.line()[key.end] == '=';
      WordSpan value = has_value ? words_.word(key.end + 1) : key;
      if (has_value) write_pair(key, value);
      else write_name(key, Role::Element);
      at = skip_blanks(std::max(value.end, at + 1));
    }
  }

  bool is_ellipsis(WordSpan word) const {
    const StandIn* found = stand_in(word);
    return found && found->kind == Kind::Ellipsis;
  }

  // Behind the `...` before the pairs of a pattern: each pair is an instruction of its own, so
  // they say nothing.
  std::size_t skip_ellipses(std::size_t at) const {
    while (!at_end(at)) {
      WordSpan word = words_.word(at);
      std::size_t next = skip_blanks(word.end);
      if (!is_ellipsis(word) || at_end(next)) break;
      at = next;
    }
    return at;
  }

  void begin_again(std::size_t at) {
    out_.close();
    out_.close();
    open_call();
    open_arguments(at);
  }

  // `A the rest of the line`
  void write_old_pair(std::size_t at) {
    WordSpan key = words_.word(at);
    WordSpan value{skip_blanks(key.end), words_.line().size()};
    if (value.empty()) write_words(at);
    else write_pair(key, value);
  }

  void write_pair(WordSpan key, WordSpan value) {
    out_.open(Kind::Pair, Role::Element, range({key.begin, value.end}));
    write_name(key, Role::Key);
    write_word(value, Role::Value);
    out_.close();
  }

  // What is not quite an array of strings is the shell form, as Docker reads it.
  std::optional<std::vector<JsonString>> exec_form(std::size_t at) const {
    return words_.json_strings(at, [this](WordSpan span) { return stand_in(span) != nullptr; });
  }
  bool is_exec_form(std::size_t at) const { return exec_form(at).has_value(); }

  bool write_exec_form(std::size_t at) {
    auto strings = exec_form(at);
    if (!strings) return false;
    out_.open(Kind::Array, Role::Element, range({at, words_.line().size()}));
    for (const JsonString& each : *strings)
      if (!write_stand_in(each.span, Role::Element)) write_text(each.span, Role::Element, each.content);
    out_.close();
    return true;
  }

  std::string_view text_;
  DockerfileLines lines_;
  Unit::Builder out_;
  const std::vector<StandIn>* stand_ins_;
  LogicalLine line_;
  DockerfileWords words_;          // of line_
  std::vector<ByteRange> bodies_;  // of the heredocs of this line
  std::uint32_t end_ = 0;          // of the instruction, heredocs included
  WordSpan keyword_;               // of the instruction that is being written
  WordSpan alias_;                 // the stage that a FROM names
};

}  // namespace

Unit read_dockerfile(std::string_view text, const Names* base_names, const std::vector<StandIn>* stand_ins) {
  return Reader(text, base_names, stand_ins).run();
}

}  // namespace sluice
