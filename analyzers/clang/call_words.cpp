#include "analyzers/clang/call_words.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace sluice::clang {
namespace {

constexpr int kMaxMacroRounds = 8;  // macros that use macros

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

struct Word {
  std::string_view text;
  std::size_t begin = 0;
  bool is_called = false;  // a `(` follows
};

// Calls `each` with every word of the text until it gives false.
template <class Each>
void for_each_word(std::string_view text, const Each& each) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t begin = i;
    while (i < text.size() && is_word(text[i])) ++i;
    std::size_t next = std::min(text.find_first_not_of(" \t", i), text.size());
    bool is_called = next < text.size() && text[next] == '(';
    if (!each(Word{text.substr(begin, i - begin), begin, is_called})) return;
  }
}

// The text of a macro that begins at `at`, with its continued lines.
std::string_view logical_line(std::string_view text, std::size_t at) {
  std::size_t end = at;
  do end = std::min(text.find('\n', end + 1), text.size());
  while (end < text.size() && text.substr(at, end - at).find_last_not_of("\r") != std::string_view::npos && text[text.find_last_not_of("\r", end - 1)] == '\\');
  return text.substr(at, end - at);
}

// Name → text, of all macros.
void read_macros(std::string_view text, std::multimap<std::string, std::string_view>& macros) {
  for (std::size_t at = text.find("#"); at != std::string_view::npos; at = text.find("#", at + 1)) {
    std::string_view line = logical_line(text, at);
    std::string_view rest = trim(line.substr(1));
    if (!rest.starts_with("define")) continue;
    std::size_t begin = rest.find_first_not_of(" \t", 6);
    if (begin == std::string_view::npos || begin == 6) continue;
    std::size_t end = begin;
    while (end < rest.size() && is_word(rest[end])) ++end;
    macros.emplace(std::string(rest.substr(begin, end - begin)), rest.substr(end));
  }
}

}  // namespace

CallWords::CallWords(const std::vector<std::string>& words, const SourceSet& sources) {
  for (const std::string& word : words) {
    if (word.ends_with('*')) prefixes_.push_back(word.substr(0, word.size() - 1));
    else names_.insert(word);
  }
  std::multimap<std::string, std::string_view> macros;
  for (const Source& source : sources.all()) {
    if (source.language != Language::C && source.language != Language::Cpp) continue;
    add_declared_formats(source.text);
    read_macros(source.text, macros);
  }
  bool has_grown = true;
  for (int round = 0; round < kMaxMacroRounds && has_grown; ++round) {
    has_grown = false;
    for (const auto& [name, body] : macros) {
      bool uses = !names_.contains(name) && (are_in(body) || holds(trim(body)));
      if (uses) has_grown = names_.insert(name).second || has_grown;
    }
  }
}

// Of `void f(...) __attribute__((format(printf, 1, 2)));` and `void f(...) LIKE_PRINTF(1, 2);`:
// the first called word of the declaration.
void CallWords::add_declared_formats(std::string_view text) {
  std::string_view first;  // of the declaration at hand
  std::size_t declaration = 0;
  for_each_word(text, [&](const Word& word) {
    std::string_view between = text.substr(declaration, word.begin - declaration);
    if (between.find_first_of(";{}") != std::string_view::npos) first = {};
    declaration = word.begin;
    if (!word.is_called) return true;
    std::string lower = to_lower(word.text);
    bool speaks_of_format = lower.find("format") != std::string::npos || lower.find("printf") != std::string::npos;
    std::size_t close = text.find(')', word.begin);
    bool ends_in_number = close != std::string_view::npos && close > 0 && text[close - 1] >= '0' && text[close - 1] <= '9';
    if (speaks_of_format && ends_in_number && !first.empty()) names_.emplace(first);
    bool is_attribute = word.text.starts_with("__attribute") || word.text == "__declspec" || word.text == "gnu";
    if (first.empty() && !is_attribute && !speaks_of_format) first = word.text;
    return true;
  });
}

bool CallWords::holds(std::string_view name) const {
  return names_.contains(name) || std::ranges::any_of(prefixes_, [&](const std::string& prefix) { return name.starts_with(prefix); });
}

bool CallWords::are_in(std::string_view text) const {
  bool found = false;
  for_each_word(text, [&](const Word& word) {
    found = word.is_called && holds(word.text);
    return !found;
  });
  return found;
}

}  // namespace sluice::clang
