// analyzers/pattern/pattern_store.h - compiled patterns as bytes, so that their texts are parsed once.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/pattern/pattern.h"

namespace sluice {

class PatternStore {
 public:
  PatternStore() = default;
  // Empty when these are not the bytes of a store.
  static PatternStore from_bytes(std::string_view bytes);
  std::string to_bytes() const;

  // Options are the rule's and not kept. Names are interned in the order in which compiling interns
  // them, so that what follows is the same with a store and without.
  std::optional<Pattern> find(Language language, std::string_view text, Names& names) const;
  void add(const Pattern& pattern, const Names& names);
  bool has_grown() const { return has_grown_; }

 private:
  std::map<std::string, std::string> patterns_;  // by language and text
  bool has_grown_ = false;
};

}  // namespace sluice
