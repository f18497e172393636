// analyzers/pattern/generic/options.h - the `generic_*` options of a rule.
#pragma once
#include <cstdint>
#include <string>

namespace sluice {

struct GenericOptions {
  enum class Engine : std::uint8_t { Spacegrep, Aliengrep } engine = Engine::Spacegrep;
  // Comments that are blanked out before a text is looked at. C: /* */; Cpp: // too; Shell: #.
  enum class Comments : std::uint8_t { None, C, Cpp, Shell } comments = Comments::None;
  std::uint32_t ellipsis_max_span = 10;  // Spacegrep: lines that one `...` may go on; 0: its own line
  // Aliengrep:
  bool multiline = true;  // false: `...` stays in its line, `....` does not
  bool caseless = false;
  // Characters that an ellipsis keeps in pairs, side by side: "()<>". Empty `braces`: ()[]{}, in
  // single-line mode quotes too.
  std::string braces, extra_braces;
  std::string extra_word_characters;

  friend auto operator<=>(const GenericOptions&, const GenericOptions&) = default;
};

}  // namespace sluice
