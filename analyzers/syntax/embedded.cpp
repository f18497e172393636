#include "analyzers/syntax/embedded.h"

#include <algorithm>
#include <optional>

#include "analyzers/syntax/shaper.h"
#include "base/text.h"

namespace sluice {
namespace {

// The value of an element's attribute; nothing when it has none of that name.
std::optional<std::string> attribute(const Unit& page, NodeId element, std::string_view name) {
  for (NodeId child : page.children(element)) {
    if (page.node(child).role != Role::Attribute || page.node(child).kind != Kind::Pair) continue;
    NodeId key = page.child(child, Role::Key), value = page.child(child, Role::Value);
    if (key.valid() && to_lower(page.text(key)) == name) return value.valid() ? to_lower(trim(page.text(value))) : std::string();
  }
  return std::nullopt;
}

// https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type, and what compilers
// in the browser read.
std::optional<Language> language_of_script(const Unit& page, NodeId script) {
  constexpr std::string_view kJavaScript[] = {"",
                                              "module",
                                              "text/javascript",
                                              "application/javascript",
                                              "application/x-javascript",
                                              "text/x-javascript",
                                              "text/ecmascript",
                                              "application/ecmascript",
                                              "text/jscript",
                                              "text/babel",
                                              "text/jsx"};
  std::string type = attribute(page, script, "type").value_or("");
  std::string lang = attribute(page, script, "lang").value_or("");
  if (lang == "ts" || type == "text/typescript") return Language::Ts;
  if (lang == "tsx") return Language::Tsx;
  if (std::ranges::find(kJavaScript, std::string_view(type)) == std::end(kJavaScript)) return std::nullopt;
  return Language::Js;
}

}  // namespace

std::vector<Language> languages_within(Language language) {
  if (language == Language::Html) return {Language::Html, Language::Js, Language::Ts, Language::Tsx};
  return {language};
}

std::vector<EmbeddedPart> find_embedded(const Unit& page) {
  std::vector<EmbeddedPart> parts;
  if (page.language() != Language::Html) return parts;
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    NodeId script{i};
    if (page.node(script).kind != Kind::Element) continue;
    NodeId name = page.child(script, Role::Name);
    if (!name.valid() || to_lower(page.text(name)) != "script") continue;
    std::optional<Language> language = language_of_script(page, script);
    if (!language) continue;
    for (NodeId child : page.children(script))
      if (page.node(child).kind == Kind::Text) parts.push_back({{page.node(child).begin, page.node(child).end}, *language});
  }
  return parts;
}

std::vector<Unit> read_units(Language language, std::string_view text, const Names* base_names) {
  std::vector<Unit> units;
  units.push_back(read_unit(language, text, base_names));
  for (const EmbeddedPart& part : find_embedded(units[0])) units.push_back(read_unit_parts(part.language, text, std::span(&part.range, 1), base_names));
  return units;
}

}  // namespace sluice
