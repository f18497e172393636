// The scripts of pages and templates.
#include <algorithm>
#include <optional>

#include "analyzers/syntax/embedded_parts.h"
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

void add_part(const Unit& page, std::vector<ByteRange> ranges, Language language, std::vector<EmbeddedPart>& parts) {
  ranges = without(page.source_text(), ranges, "<%", "%>");
  ranges = without(page.source_text(), ranges, "{%", "%}");
  if (!ranges.empty()) parts.push_back({std::move(ranges), language});
}

void add_script(const Unit& page, NodeId element, std::vector<EmbeddedPart>& parts) {
  NodeId name = page.child(element, Role::Name);
  if (!name.valid() || to_lower(page.text(name)) != "script") return;
  std::optional<Language> language = language_of_script(page, element);
  if (!language) return;
  for (NodeId child : page.children(element))
    if (page.node(child).kind == Kind::Text) add_part(page, {{page.node(child).begin, page.node(child).end}}, *language, parts);
}

// `onclick`, not `once`: what stands behind `on` begins as an event's name does.
// https://html.spec.whatwg.org/multipage/webappapis.html#event-handlers-on-elements,-document-objects,-and-window-objects
bool is_event_handler(std::string_view name) {
  constexpr std::string_view kEvents[] = {
      "abort", "after", "animation", "auxclick", "before", "blur", "cancel", "canplay", "change", "click", "close", "contextmenu", "copy",
      "cut", "dblclick", "drag", "drop", "durationchange", "emptied", "ended", "error", "focus", "formdata", "hashchange", "input", "invalid",
      "key", "languagechange", "load", "message", "mouse", "offline", "online", "page", "paste", "pause", "play", "pointer", "popstate",
      "progress", "ratechange", "rejectionhandled", "reset", "resize", "scroll", "search", "seek", "select", "slotchange", "stalled",
      "storage", "submit", "suspend", "timeupdate", "toggle", "touch", "transition", "unhandledrejection", "unload", "volumechange",
      "waiting", "wheel"};
  if (!name.starts_with("on")) return false;
  return std::ranges::any_of(kEvents, [event = name.substr(2)](std::string_view begin) { return event.starts_with(begin); });
}

void add_attribute(const Unit& page, NodeId pair, std::vector<EmbeddedPart>& parts) {
  constexpr std::string_view kScheme = "javascript:";
  NodeId key = page.child(pair, Role::Key), value = page.child(pair, Role::Value);
  if (!key.valid() || !value.valid() || page.node(value).kind != Kind::String) return;
  std::string name = to_lower(page.text(key));
  std::vector<ByteRange> ranges = content_parts(page, value);
  if (ranges.empty()) return;
  bool is_link = (name == "href" || name == "action" || name == "formaction" || name == "src") &&
                 to_lower(page.code(ranges.front()).substr(0, kScheme.size())) == kScheme;
  if (is_link) ranges.front().begin += static_cast<std::uint32_t>(kScheme.size());
  if (is_link || is_event_handler(name)) add_part(page, std::move(ranges), Language::Js, parts);
}

}  // namespace

void find_scripts(const Unit& page, std::vector<EmbeddedPart>& parts) {
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    const Node& node = page.node({i});
    if (node.kind == Kind::Element) add_script(page, {i}, parts);
    if (node.kind == Kind::Pair && node.role == Role::Attribute) add_attribute(page, {i}, parts);
  }
}

}  // namespace sluice
