// analyzers/pattern/generic/text_blocks.h - any text as words, marks and blocks.
//
// A generic rule knows no grammar. What it sees of a file:
//
//   server {                 Word Mark
//     listen 443 ssl;          Block( Word Word Word Mark )
//   }                        Mark
//
// Words are runs of [A-Za-z0-9_], every other byte that is no blank is a mark. Lines that are
// indented deeper than those before them are a block, and so is what stands between a bracket
// and the one that closes it on the same line. Tokens lie in preorder, as in a Unit: block i
// holds [i + 1, last), and is never empty.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace sluice {

struct TextToken {
  enum class Type : std::uint8_t { Word, Mark, Block } type = Type::Mark;
  std::uint32_t begin = 0, end = 0;   // bytes; of a block: those of what it holds
  std::uint32_t line = 0;             // from 0, of its begin
  std::uint32_t last = 0;             // one past its subtree
  std::uint32_t block_end = 0;        // where the block that it stands in ends, as an index
};

struct TextBlocks {
  std::vector<TextToken> tokens;
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
};

TextBlocks read_text_blocks(std::string_view text);

// A line that is not blank: where its first character stands and how deep (tabs go to the
// next multiple of eight).
struct TextLine {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t indent = 0;
  std::uint32_t number = 0;  // from 0
};
std::vector<TextLine> text_lines(std::string_view text);

constexpr bool is_generic_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace sluice
