#include "analyzers/templates/html_place.h"

#include <algorithm>

namespace sluice::templates {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool runs_though_escaped(HtmlPlace place) {
  return place == HtmlPlace::Unquoted || place == HtmlPlace::Address || place == HtmlPlace::Handler || place == HtmlPlace::Script;
}

void HtmlReader::read(std::string_view text) {
  for (char c : text) read(c);
}

bool HtmlReader::is_address() const {
  constexpr std::string_view kAddresses[] = {"href", "src", "action", "formaction", "xlink:href", "data"};
  bool is_link = std::ranges::find(kAddresses, attribute_) != std::end(kAddresses);
  // What an image or a form's own tag loads is not run.
  bool is_run = attribute_ == "src" ? tag_ == "iframe" || tag_ == "script" || tag_ == "embed" || tag_ == "frame" : attribute_ == "data" ? tag_ == "object" : tag_ != "link";
  return is_link && is_run;
}

HtmlPlace HtmlReader::put(std::string_view rest) {
  switch (state_) {
    case State::Text: case State::TagBegin: case State::TagName: return HtmlPlace::Text;
    case State::Comment: return HtmlPlace::Comment;
    case State::Raw:
      if (tag_ != "script") return HtmlPlace::Text;
      return script_quote_ == '\'' || script_quote_ == '"' || script_quote_ == '/' || script_quote_ == '*' ? HtmlPlace::ScriptText : HtmlPlace::Script;
    case State::InTag: case State::Attribute: return HtmlPlace::Quoted;  // whole attributes: `<option {{ selected }}>`
    case State::ValueBegin:
      state_ = State::Value;
      quote_ = 0;
      is_value_empty_ = false;
      return is_handler() ? HtmlPlace::Handler : HtmlPlace::Unquoted;
    case State::Value: break;
  }
  bool is_first = is_value_empty_;
  is_value_empty_ = false;
  if (is_handler()) return HtmlPlace::Handler;
  if (quote_ == 0) return HtmlPlace::Unquoted;
  bool is_whole = is_first && rest.starts_with(quote_);
  return is_whole && is_address() ? HtmlPlace::Address : HtmlPlace::Quoted;
}

void HtmlReader::end_tag() {
  bool is_raw = tag_ == "script" || tag_ == "style" || tag_ == "textarea" || tag_ == "title";
  state_ = is_raw ? State::Raw : State::Text;
  script_quote_ = 0;
  last_.clear();
}

void HtmlReader::read(char c) {
  switch (state_) {
    case State::Text:
      if (c == '<') state_ = State::TagBegin, tag_.clear();
      return;
    case State::TagBegin:
      if (is_letter(c)) state_ = State::TagName, tag_.assign(1, lower(c));
      else if (c == '!') state_ = State::Comment, last_.clear(), tag_.clear();
      else if (c == '/' || c == '?') state_ = State::InTag, tag_ = "/";
      else state_ = State::Text;
      return;
    case State::TagName:
      if (c == '>') return end_tag();
      if (is_blank(c) || c == '/') state_ = State::InTag;
      else if (tag_.size() < kLongestName) tag_ += lower(c);
      return;
    case State::InTag:
      if (c == '>') return end_tag();
      if (is_blank(c) || c == '/') return;
      state_ = State::Attribute, attribute_.assign(1, lower(c));
      return;
    case State::Attribute:
      if (c == '>') return end_tag();
      if (c == '=') state_ = State::ValueBegin;
      else if (is_blank(c)) state_ = State::InTag;
      else if (attribute_.size() < kLongestName) attribute_ += lower(c);
      return;
    case State::ValueBegin:
      if (is_blank(c)) return;
      if (c == '>') return end_tag();
      state_ = State::Value, is_value_empty_ = c == '"' || c == '\'', quote_ = is_value_empty_ ? c : 0;
      return;
    case State::Value:
      if (quote_ ? c == quote_ : is_blank(c)) state_ = State::InTag;
      else if (quote_ == 0 && c == '>') end_tag();
      else is_value_empty_ = is_value_empty_ && is_blank(c);
      return;
    case State::Comment:
      last_ += c;
      if (last_.size() > 3) last_.erase(0, 1);
      // `<!doctype html>` ends with its bracket, `<!-- ... -->` with its own.
      if (tag_.empty()) tag_ = c == '-' ? "-" : "!";
      if (c == '>' && (tag_ == "!" || last_ == "-->")) state_ = State::Text;
      return;
    case State::Raw: {
      last_ += lower(c);
      if (last_.size() > 10) last_.erase(0, 1);
      bool is_end = c == '>' ? last_.find("</" + tag_) != std::string::npos : false;
      if (is_end) state_ = State::Text;
      else if (tag_ == "script") read_script(c);
      return;
    }
  }
}

// Whether the script is in a text or a comment. A text does not go over a line's end, so that the quote in a
// regular expression confuses one line only.
void HtmlReader::read_script(char c) {
  char before = last_.size() >= 2 ? last_[last_.size() - 2] : '\0';
  bool is_escape = is_escaped_;
  is_escaped_ = !is_escape && c == '\\' && script_quote_ != 0;
  if (is_escape) return;
  switch (script_quote_) {
    case 0:
      if (c == '"' || c == '\'' || c == '`') script_quote_ = c;
      if (c == '/' && before == '/') script_quote_ = '/';
      if (c == '*' && before == '/') script_quote_ = '*';
      return;
    case '/':
      if (c == '\n') script_quote_ = 0;
      return;
    case '*':
      if (c == '/' && before == '*') script_quote_ = 0;
      return;
    default:
      if (c == script_quote_ || (c == '\n' && script_quote_ != '`')) script_quote_ = 0;
  }
}

}  // namespace sluice::templates
