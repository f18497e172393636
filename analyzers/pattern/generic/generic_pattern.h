// analyzers/pattern/generic/generic_pattern.h - patterns of `languages: [generic]`: text that
// nobody has a grammar for. Two engines, by the rule's options: words and blocks
// (space_pattern.h), or a regular expression (alien_pattern.h).
//
//   SLUICE_TRY(GenericPattern pattern, compile_generic_pattern("listen $PORT ssl;", options, names, place));
//   GenericText text(source);                     // once a text, for all patterns
//   for (const GenericMatch& match : pattern.find(text).list) ...
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analyzers/pattern/bindings.h"
#include "analyzers/pattern/generic/alien_pattern.h"
#include "analyzers/pattern/generic/options.h"
#include "analyzers/pattern/generic/space_pattern.h"
#include "analyzers/pattern/generic/text_blocks.h"
#include "analyzers/unit/names.h"

namespace sluice {

// A text with what the engines make of it, made when first asked for. The text must outlive it;
// not for several threads at once. `base` is where the text begins in its file: ranges of
// matches are places in the file.
class GenericText {
 public:
  explicit GenericText(std::string_view text, std::uint32_t base = 0) : text_(text), base_(base) {}
  std::uint32_t base() const { return base_; }
  std::string_view text(GenericOptions::Comments comments);
  const TextBlocks& blocks(GenericOptions::Comments comments);

 private:
  struct Form {
    std::string text;
    TextBlocks blocks;
    bool has_text = false, has_blocks = false;
  };
  std::string_view text_;
  std::uint32_t base_;
  std::map<GenericOptions::Comments, Form> forms_;
};

struct GenericMatch {
  ByteRange range;
  Bindings bindings;  // all of them text; `$...X` is bound as `$X`, as in patterns of code
};

struct GenericMatches {
  std::vector<GenericMatch> list;  // by range
  bool met_limit = false;          // the list is not all
};

class GenericPattern {
 public:
  const std::string& text() const { return text_; }
  GenericMatches find(GenericText& text) const;

 private:
  friend Result<GenericPattern> compile_generic_pattern(std::string_view, const GenericOptions&, Names&, const Place&);
  GenericMatches find_space(const SpacePattern& pattern, GenericText& text) const;
  GenericMatches find_alien(const AlienPattern& pattern, GenericText& text) const;

  std::string text_;
  GenericOptions options_;
  std::variant<SpacePattern, AlienPattern> engine_;
  std::vector<NameId> variables_;  // as the engine's
};

Result<GenericPattern> compile_generic_pattern(std::string_view text, const GenericOptions& options, Names& names, const Place& place);

}  // namespace sluice
