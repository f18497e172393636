#include "gate/json_scan.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/text.h"

namespace sluice::gate {
namespace {

// One past the string that begins at `begin`, its quotes included.
std::size_t end_of_string(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

// The text of a key; escapes are rare and left to the library.
std::string key_text(std::string_view quoted) {
  if (quoted.find('\\') == std::string_view::npos) return std::string(quoted.substr(1, quoted.size() - 2));
  return nlohmann::json::parse(quoted).get<std::string>();
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

// The begin of a member's value, or of an array's element; nothing when there is none.
std::optional<std::size_t> find_child(std::string_view text, std::size_t container, std::string_view name) {
  if (container >= text.size() || (text[container] != '{' && text[container] != '[')) return std::nullopt;
  bool object = text[container] == '{';
  std::size_t wanted = 0;
  if (!object) std::from_chars(name.data(), name.data() + name.size(), wanted);
  std::size_t at = skip_blank(text, container + 1);
  for (std::size_t index = 0; at < text.size() && text[at] != '}' && text[at] != ']'; ++index) {
    std::size_t value = at;
    bool found = index == wanted;
    if (object) {
      std::size_t end = end_of_string(text, at);
      found = key_text(text.substr(at, end - at)) == name;
      value = skip_blank(text, skip_blank(text, end) + 1);
    }
    if (found) return value;
    at = skip_blank(text, end_of_json_value(text, value));
    if (at < text.size() && text[at] == ',') at = skip_blank(text, at + 1);
  }
  return std::nullopt;
}

}  // namespace

std::size_t end_of_json_value(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size();) {
    char c = text[at];
    at = c == '"' ? end_of_string(text, at) : at + 1;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    bool scalar_ends =
        c != '"' && at < text.size() && std::string_view(",]} \t\r\n").find(text[at]) == std::string_view::npos;
    if (depth == 0 && !scalar_ends) return at;
  }
  return at;
}

Place place_of_pointer(const std::string& file, std::string_view text, std::string_view pointer) {
  std::size_t at = skip_blank(text, 0);
  if (pointer.starts_with('/')) pointer.remove_prefix(1);
  if (!pointer.empty())
    for (std::string_view name : split(pointer, '/')) {
      auto child = find_child(text, at, name);
      if (!child) break;
      at = *child;
    }
  return place_of(file, text, at);
}

}  // namespace sluice::gate
