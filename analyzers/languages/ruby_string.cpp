#include "analyzers/languages/ruby_string.h"

#include <algorithm>

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::ruby {

// --- strings ---
namespace {

// What stands between the first and the last token of a literal: `%q(a)`, `:"a"`.
std::string_view between_tokens(Shaper& s, RawIndex raw) {
  std::vector<RawIndex> children = s.all_children(raw);
  if (children.size() < 2 || s.raw(children.front()).named || s.raw(children.back()).named) return s.text(raw);
  std::uint32_t begin = s.raw(children.front()).end - s.raw(raw).begin;
  return s.text(raw).substr(begin, s.raw(children.back()).begin - s.raw(raw).begin - begin);
}

}  // namespace

void shape_ruby_string(Shaper& s, RawIndex raw, Role role) { s.string(raw, role, between_tokens(s, raw)); }

// `:a`, `:"a b"`, the `a` of `a: 1`: the same symbol.
void shape_symbol(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.is(raw, "delimited_symbol") ? between_tokens(s, raw) : s.text(raw);
  if (text.starts_with(':')) text.remove_prefix(1);
  auto begin = s.raw(raw).begin + static_cast<std::uint32_t>(text.data() - s.text(raw).data());
  if (s.visit_symbol_stand_in(raw, {begin, begin + static_cast<std::uint32_t>(text.size())}, role)) return;
  s.leaf(Kind::Symbol, role, raw, text);
}

// `?a`
void shape_character(Shaper& s, RawIndex raw, Role role) { s.leaf(Kind::String, role, raw, s.text(raw).substr(1)); }
namespace {

// How far behind `<<TAG` its text is looked for, in nodes.
constexpr RawIndex kHeredocReach = 20'000;

// The body of the heredoc that `beginning` opens: behind the line, with the same tag at its end.
RawIndex find_heredoc_body(Shaper& s, RawIndex beginning) {
  std::string_view tag = s.text(beginning);
  tag.remove_prefix(std::min(tag.find_first_not_of("<-~"), tag.size()));
  while (!tag.empty() && std::string_view("\"'`").find(tag.front()) != std::string_view::npos) tag.remove_prefix(1);
  while (!tag.empty() && std::string_view("\"'`").find(tag.back()) != std::string_view::npos) tag.remove_suffix(1);
  RawIndex stop = std::min(s.raw(0).last, beginning + kHeredocReach);
  for (RawIndex i = beginning + 1; i < stop; ++i) {
    if (!s.is(i, "heredoc_body")) continue;
    RawIndex end = s.child_of_type(i, "heredoc_end");
    if (end != kNoRaw && s.text(end) == tag) return i;
  }
  return kNoRaw;
}

}  // namespace

// `<<~SQL`: the String or Template whose text lies behind the line.
void shape_heredoc(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = find_heredoc_body(s, raw);
  if (body == kNoRaw) return s.leaf(Kind::String, role, raw, "");
  if (s.child_of_type(body, "interpolation") == kNoRaw) {
    std::string_view content = s.text(body);
    content.remove_suffix(s.text(s.child_of_type(body, "heredoc_end")).size());
    if (content.starts_with('\n')) content.remove_prefix(1);  // the line end of the line before
    return s.leaf(Kind::String, role, raw, content);
  }
  s.open(Kind::Template, role, raw);
  for (RawIndex part : s.named_children(body)) {
    if (s.is(part, "heredoc_end")) continue;
    if (!s.is(part, "interpolation")) {
      s.leaf(Kind::StringText, Role::Element, part);
      continue;
    }
    s.open(Kind::Interpolation, Role::Element, part);
    s.visit_children(part, Role::Value);
    s.close();
  }
  s.close();
}

// `ls #{x}` in backticks runs a command: Call(`, Arguments(String or Template)).
void shape_subshell(Shaper& s, RawIndex raw, Role role) {
  std::uint32_t begin = s.raw(raw).begin;
  s.open(Kind::Call, role, raw);
  s.out().leaf(Kind::Name, Role::Callee, {begin, begin + 1}, "`");
  s.open(Kind::Arguments, Role::Arguments, raw);
  std::string_view content = between_tokens(s, raw);
  if (s.is_pattern() && content == "...") s.leaf(Kind::Ellipsis, Role::Element, raw);
  else s.string(raw, Role::Element, content);
  s.close();
  s.close();
}

// Regex(parts): text is the whole literal unless there is code in it.
void shape_regex(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  bool is_open = s.child_of_type(raw, "interpolation") != kNoRaw;
  NodeId id = s.open(Kind::Regex, role, raw);
  if (is_open || parts.empty()) {
    for (RawIndex part : parts) s.visit(part, Role::Value);
  } else if (ByteRange range{s.raw(parts.front()).begin, s.raw(parts.back()).end}; !s.visit_stand_in(range, Role::Value)) {
    s.out().set_text(id, s.text(raw));
    s.out().leaf(Kind::StringText, Role::Value, range, between_tokens(s, raw));
  }
  s.close();
}

}  // namespace sluice::ruby
