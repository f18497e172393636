#include "analyzers/templates/page_writer.h"

#include <algorithm>
#include <set>

#include "analyzers/templates/free_names.h"

namespace sluice::templates {
namespace {

constexpr std::size_t kDeepestBlocks = 100;

class Writer {
 public:
  Writer(const Page& page, const Host& host) : page_(page), host_(host) {}

  ExtractedText run() {
    begin_file();
    function("sluice_page", false);
    if (page_.has_plain) function("sluice_plain_page", true);
    end_file();
    return std::move(out_);
  }

 private:
  bool is(Language language) const { return host_.language == language; }

  void begin_file() {
    if (is(Language::Php)) put(out_, "<?php ", {0, 0});
    if (!is(Language::Java) && !is(Language::CSharp)) return;
    put(out_, "class SluicePage ", {0, 0});
    if (!page_.parent.text.empty()) put(out_, ": ", {0, 0}), add(out_, page_.parent);
    put(out_, "{\n", {0, 0});
    add(out_, page_.members);
    put(out_, "\n", {0, 0});
  }
  void end_file() {
    if (is(Language::Java) || is(Language::CSharp)) put(out_, "}\n", {0, 0});
  }

  void function(std::string_view name, bool is_plain) {
    is_plain_ = is_plain;
    std::string head;
    switch (host_.language) {
      case Language::Python: head = "def " + std::string(name) + "(sluice_context):"; break;
      case Language::Js: head = "function " + std::string(name) + "(sluice_context) {"; break;
      case Language::Php: head = "function " + std::string(name) + "($sluice_context) {"; break;
      case Language::Ruby: head = "def " + std::string(name) + "(sluice_context)"; break;
      default: head = "void " + std::string(name) + "(object sluice_context) {"; break;
    }
    if (is(Language::Java)) head = "void " + std::string(name) + "(Object sluice_context) {";
    put(out_, head, {0, 0});
    depth_ = 1;
    line({0, 0});
    put(out_, host_.has_indentation ? "pass" : "", {0, 0});
    if (page_.before.text.size() > 0) line({0, 0}), add(out_, page_.before);
    if (page_.names_are_given) take_names();
    for (const Piece& piece : page_.pieces) write(piece);
    while (!open_.empty()) close({0, 0});
    if (page_.after.text.size() > 0) line({0, 0}), add(out_, page_.after);
    depth_ = 0;
    line({0, 0});
    put(out_, host_.has_indentation ? "" : is(Language::Ruby) ? "end" : "}", {0, 0});
    line({0, 0});
  }

  // A new line, as deep as the blocks that are open.
  void line(ByteRange place) {
    put(out_, "\n", place);
    if (host_.has_indentation) put(out_, std::string(depth_, ' '), place);
  }
  void end_statement(ByteRange place) { put(out_, host_.has_indentation || is(Language::Ruby) ? "" : ";", {place.end, place.end}); }

  void take_names() {
    for (const ExtractedText& name : free_names(page_.pieces, host_)) {
      ByteRange place{name.places.front().begin, name.places.back().end};
      line(place);
      if (is(Language::Java)) put(out_, "Object ", place);
      if (is(Language::CSharp) || is(Language::Js)) put(out_, "var ", place);
      put(out_, host_.variable_prefix, place);
      add(out_, name);
      put(out_, " = ", place);
      put(out_, is(Language::Ruby) ? "sluice_context[:" : std::string(host_.variable_prefix) + "sluice_context" + std::string(host_.member), place);
      add(out_, name);
      if (is(Language::Ruby)) put(out_, "]", place);
      end_statement(place);
    }
  }

  ByteRange begin_of(const Piece& piece) const { return {piece.range.begin, piece.range.begin}; }
  ByteRange end_of(const Piece& piece) const { return {piece.range.end, piece.range.end}; }

  void write(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::Output: return output(piece);
      case Piece::Kind::Code:
        line(begin_of(piece));
        return add(out_, piece.code);
      case Piece::Kind::If: return open(piece, "if ", true);
      case Piece::Kind::ElseIf: case Piece::Kind::Else: return other_way(piece);
      case Piece::Kind::For: return loop(piece);
      case Piece::Kind::Macro: return macro(piece);
      case Piece::Kind::End: return close(piece.range);
      case Piece::Kind::Set:
        line(begin_of(piece));
        if (is(Language::Js) || is(Language::Java) || is(Language::CSharp)) put(out_, "var ", begin_of(piece));
        add(out_, piece.names.front());
        put(out_, " = ", begin_of(piece));
        add(out_, piece.code);
        end_statement(piece.range);
        return note_local(piece.names.front());
      case Piece::Kind::Include: return include(piece);
    }
  }

  void output(const Piece& piece) {
    bool is_raw = !piece.is_escaped || is_plain_ || runs_though_escaped(piece.place);
    line(begin_of(piece));
    put(out_, "SluiceTemplate" + std::string(host_.scope) + (is_raw ? "raw(" : "escaped("), begin_of(piece));
    add(out_, piece.code);
    put(out_, ")", end_of(piece));
    end_statement(piece.range);
  }

  void opened() {
    ++depth_;
    open_.push_back(locals_.size());
    if (!host_.has_indentation) return;
    line({0, 0});
    put(out_, "pass", {0, 0});
  }

  void open(const Piece& piece, std::string_view word, bool has_condition) {
    if (open_.size() >= kDeepestBlocks) return;
    line(begin_of(piece));
    put(out_, word, begin_of(piece));
    if (has_condition) put(out_, "(", begin_of(piece)), add(out_, piece.code), put(out_, ")", end_of(piece));
    put(out_, host_.has_indentation ? ":" : host_.has_brackets ? " {" : "", end_of(piece));
    opened();
  }

  void other_way(const Piece& piece) {
    if (open_.empty() || open_.size() >= kDeepestBlocks) return;
    bool has_condition = piece.kind == Piece::Kind::ElseIf;
    --depth_;
    line(begin_of(piece));
    std::string_view word = !has_condition ? "else" : host_.has_indentation ? "elif " : is(Language::Ruby) ? "elsif " : "else if ";
    if (host_.has_brackets) put(out_, "} ", begin_of(piece));
    put(out_, word, begin_of(piece));
    if (has_condition) put(out_, "(", begin_of(piece)), add(out_, piece.code), put(out_, ")", end_of(piece));
    put(out_, host_.has_indentation ? ":" : host_.has_brackets ? " {" : "", end_of(piece));
    open_.pop_back();
    opened();
  }

  void add_names(const Piece& piece, std::string_view between) {
    for (std::size_t i = 0; i < piece.names.size(); ++i) {
      if (i > 0) put(out_, between, begin_of(piece));
      add(out_, piece.names[i]);
    }
  }

  void loop(const Piece& piece) {
    if (open_.size() >= kDeepestBlocks || piece.names.empty()) return;
    line(begin_of(piece));
    ByteRange begin = begin_of(piece), end = end_of(piece);
    bool is_pair = piece.names.size() > 1;
    switch (host_.language) {
      case Language::Python:
        put(out_, "for ", begin), add_names(piece, ", "), put(out_, " in (", begin), add(out_, piece.code), put(out_, "):", end);
        break;
      case Language::Js:
        put(out_, is_pair ? "for (const [" : "for (const ", begin), add_names(piece, ", "), put(out_, is_pair ? "] of (" : " of (", begin), add(out_, piece.code), put(out_, ")) {", end);
        break;
      case Language::Php:
        put(out_, "foreach (", begin), add(out_, piece.code), put(out_, " as ", begin), add_names(piece, " => "), put(out_, ") {", end);
        break;
      case Language::Ruby:
        put(out_, "(", begin), add(out_, piece.code), put(out_, ").each do |", begin), add_names(piece, ", "), put(out_, "|", end);
        break;
      default:
        put(out_, is(Language::Java) ? "for (Object " : "foreach (var ", begin), add(out_, piece.names.front()), put(out_, is(Language::Java) ? " : " : " in ", begin), add(out_, piece.code),
            put(out_, ") {", end);
    }
    opened();
    for (const ExtractedText& name : piece.names) note_local(name);
  }

  void macro(const Piece& piece) {
    if (open_.size() >= kDeepestBlocks || piece.names.empty()) return;
    line(begin_of(piece));
    put(out_, is(Language::Js) || is(Language::Php) ? "function " : "def ", begin_of(piece));
    add(out_, piece.names.front());
    put(out_, "(", begin_of(piece));
    add(out_, piece.code);
    put(out_, host_.has_indentation ? "):" : host_.has_brackets ? ") {" : ")", end_of(piece));
    opened();
  }

  void close(ByteRange place) {
    if (open_.empty()) return;
    locals_.resize(std::min(locals_.size(), open_.back()));
    open_.pop_back();
    --depth_;
    if (host_.has_indentation) return;
    line({place.end, place.end});
    put(out_, is(Language::Ruby) ? "end" : "}", {place.end, place.end});
  }

  void include(const Piece& piece) {
    ByteRange begin = begin_of(piece), end = end_of(piece);
    line(begin);
    put(out_, "SluiceTemplate" + std::string(host_.scope) + (is_plain_ ? "include_plain(" : "include("), begin);
    add(out_, piece.code);
    put(out_, piece.gives_context ? ", " + std::string(host_.variable_prefix) + "sluice_context" : ", " + std::string(host_.nothing), end);
    if (!host_.map_begin.empty() && host_.map_begin != "") {
      put(out_, ", " + std::string(host_.map_begin), end);
      std::set<std::string> named;
      auto entry = [&](const ExtractedText& name, const ExtractedText& value) {
        std::string key = name.text.starts_with('$') ? name.text.substr(1) : name.text;
        if (!named.insert(key).second) return;
        if (named.size() > 1) put(out_, ", ", end);
        put(out_, "'" + key + "'" + std::string(host_.map_pair), end);
        add(out_, value);
      };
      for (const auto& [name, value] : piece.given) entry(name, value);
      constexpr std::size_t kMostLocals = 40;
      for (std::size_t i = locals_.size(); piece.gives_context && i-- > 0 && named.size() < kMostLocals;) entry(locals_[i], locals_[i]);
      put(out_, std::string(host_.map_end), end);
    }
    put(out_, ")", end);
    end_statement(piece.range);
  }

  void note_local(const ExtractedText& name) { locals_.push_back(name); }

  const Page& page_;
  const Host& host_;
  ExtractedText out_;
  std::size_t depth_ = 0;
  std::vector<std::size_t> open_;      // blocks: how many names there were before
  std::vector<ExtractedText> locals_;  // names of loops and assignments
  bool is_plain_ = false;
};

}  // namespace

ExtractedText write_page(const Page& page, const Host& host) { return Writer(page, host).run(); }

}  // namespace sluice::templates
