#include "analyzers/pattern/message.h"

#include "analyzers/pattern/constant.h"

namespace sluice {
namespace {

bool is_name_char(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// The longest metavariable that begins at `at` (a `$`) and is known; `end` is behind it.
std::optional<std::string> longest_known(std::string_view text, std::size_t at, AsValue as_value, const MetavariableLookup& lookup, std::size_t& end) {
  std::size_t begin = at + 1;
  if (text.substr(begin).starts_with("...")) begin += 3;
  end = begin;
  while (end < text.size() && is_name_char(text[end])) ++end;
  for (; end > begin; --end)
    if (auto known = lookup(std::string(text.substr(at, end - at)), as_value)) return known;
  return std::nullopt;
}

// Where nothing stands in a list there is one comma less: `f($A, $...X)` is `f(a)`. Takes the comma
// before it from `out`, else passes over the one behind it; returns where to go on.
std::size_t without_comma(std::string& out, std::string_view text, std::size_t at) {
  std::size_t before = out.find_last_not_of(" \t\n");
  if (before != std::string::npos && out[before] == ',') {
    out.erase(before);
    return at;
  }
  std::size_t behind = text.find_first_not_of(" \t", at);
  if (behind == std::string_view::npos || text[behind] != ',') return at;
  return std::min(text.find_first_not_of(" \t", behind + 1), text.size());
}

std::size_t group_reference(std::string_view text, std::string& name) {
  if (text.size() >= 2 && text[1] >= '0' && text[1] <= '9') {
    name = text.substr(1, 1);
    return 2;
  }
  if (!text.starts_with("\\g<")) return 0;
  std::size_t close = text.find('>');
  if (close == std::string_view::npos) return 0;
  name = text.substr(3, close - 3);
  return close + 1;
}

std::string expand(std::string_view replacement, const RegexMatch& match, std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < replacement.size();) {
    std::string name;
    std::size_t length = replacement[at] == '\\' ? group_reference(replacement.substr(at), name) : 0;
    if (length == 0) {
      bool is_escape = replacement[at] == '\\' && at + 1 < replacement.size() && (replacement[at + 1] == 'n' || replacement[at + 1] == '\\' || replacement[at + 1] == 't');
      if (is_escape) ++at;
      char c = replacement[at++];
      out += is_escape && c == 'n' ? '\n' : is_escape && c == 't' ? '\t' : c;
      continue;
    }
    at += length;
    if (name == "0") out += text.substr(match.begin, match.end - match.begin);
    for (const RegexMatch::Group& group : match.groups)
      if (group.name == name) out += text.substr(group.begin, group.end - group.begin);
  }
  return out;
}

}  // namespace

std::string fill_in(std::string_view text, const MetavariableLookup& lookup) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool is_in_value = out.ends_with("value(");
    auto known = text[at] == '$' ? longest_known(text, at, is_in_value ? AsValue::Yes : AsValue::No, lookup, end) : std::nullopt;
    if (!known) {
      out += text[at++];
      continue;
    }
    bool is_value = is_in_value && end < text.size() && text[end] == ')';
    bool is_run = text.substr(at).starts_with("$...");
    if (is_value) out.erase(out.size() - 6);
    out += *known;
    at = is_value ? end + 1 : end;
    if (known->empty() && is_run) at = without_comma(out, text, at);
  }
  return out;
}

std::string fill_in(std::string_view text, const Bindings& bindings, const Unit& unit, const UnitIndex& index) {
  return fill_in(text, [&](std::string_view name, AsValue as_value) -> std::optional<std::string> {
    for (const Binding& binding : bindings.list())
      if (unit.names().text(binding.variable) == name)
        return std::string(as_value == AsValue::Yes ? constant_value(unit, index, binding) : code_of(unit, binding));
    return std::nullopt;
  });
}

std::optional<std::string> apply(const RegexFix& fix, std::string_view text) {
  bool limit_met = false;
  std::vector<RegexMatch> found = fix.regex.find_all(text, limit_met);
  if (limit_met || found.empty()) return std::nullopt;  // the finding is what counts: it stands without a fix
  if (fix.count > 0 && found.size() > fix.count) found.resize(fix.count);
  std::string out;
  std::size_t at = 0;
  for (const RegexMatch& match : found) {
    out += text.substr(at, match.begin - at);
    out += expand(fix.replacement, match, text);
    at = match.end;
  }
  return out += text.substr(at);
}

}  // namespace sluice
