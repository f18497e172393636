#include "analyzers/pattern/generic/text_blocks.h"

#include <algorithm>

namespace sluice {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }

char closer_of(char c) { return c == '(' ? ')' : c == '[' ? ']' : c == '{' ? '}' : '\0'; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  TextBlocks read() && {
    std::vector<std::uint32_t> indents{0};  // of the blocks that are open
    for (const TextLine& line : text_lines(text_)) {
      while (indents.back() > line.indent) {
        indents.pop_back();
        close();
      }
      if (indents.back() < line.indent) {
        indents.push_back(line.indent);
        open(line.begin, line.number);
      }
      read_line(line);
    }
    while (!open_.empty()) close();
    set_block_ends();
    return std::move(out_);
  }

 private:
  void read_line(const TextLine& line) {
    std::vector<std::uint32_t> closes = closing_brackets(line);
    std::size_t depth = open_.size();
    for (std::uint32_t at = line.begin; at < line.end;) {
      if (is_blank(text_[at])) {
        ++at;
        continue;
      }
      std::uint32_t end = at + 1;
      bool is_word = is_generic_word_byte(text_[at]);
      while (is_word && end < line.end && is_generic_word_byte(text_[end])) ++end;
      std::uint32_t other = closes[at - line.begin];
      if (other < at && open_.size() > depth) close();
      out_.tokens.push_back({is_word ? TextToken::Type::Word : TextToken::Type::Mark, at, end, line.number, out_.size() + 1, 0});
      if (other != kNone && other > at) open(at + 1, line.number);
      at = end;
    }
  }

  // For each byte of the line the place of the bracket it is a pair with, or kNone.
  std::vector<std::uint32_t> closing_brackets(const TextLine& line) const {
    std::vector<std::uint32_t> pair(line.end - line.begin, kNone);
    std::vector<std::uint32_t> pending;
    for (std::uint32_t at = line.begin; at < line.end; ++at) {
      char c = text_[at];
      if (closer_of(c)) pending.push_back(at);
      if (c != ')' && c != ']' && c != '}') continue;
      // A bracket in between that nothing closes is a plain mark. Not many are passed over: a
      // line of a megabyte of brackets must not take its square in steps.
      auto stop = pending.rbegin() + std::min<std::ptrdiff_t>(std::ssize(pending), kMaxPassedOver);
      auto opener = std::find_if(pending.rbegin(), stop, [&](std::uint32_t place) { return closer_of(text_[place]) == c; });
      if (opener == stop) continue;
      std::uint32_t place = *opener;
      pending.erase(std::next(opener).base(), pending.end());
      bool is_empty = std::all_of(text_.begin() + place + 1, text_.begin() + at, is_blank);
      if (is_empty) continue;
      pair[place - line.begin] = at;
      pair[at - line.begin] = place;
    }
    return pair;
  }

  void open(std::uint32_t begin, std::uint32_t line) {
    open_.push_back(out_.size());
    out_.tokens.push_back({TextToken::Type::Block, begin, begin, line, 0, 0});
  }

  void close() {
    TextToken& block = out_.tokens[open_.back()];
    open_.pop_back();
    block.last = out_.size();
    block.begin = (&block + 1)->begin;
    block.end = out_.tokens.back().end;
  }

  void set_block_ends() {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < out_.size(); ++i) {
      while (!ends.empty() && ends.back() <= i) ends.pop_back();
      out_.tokens[i].block_end = ends.empty() ? out_.size() : ends.back();
      if (out_.tokens[i].type == TextToken::Type::Block) ends.push_back(out_.tokens[i].last);
    }
  }

  static constexpr std::uint32_t kNone = UINT32_MAX;
  static constexpr std::ptrdiff_t kMaxPassedOver = 16;
  std::string_view text_;
  TextBlocks out_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

std::vector<TextLine> text_lines(std::string_view text) {
  std::vector<TextLine> lines;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    std::uint32_t indent = 0;
    std::size_t at = begin;
    for (; at < end && is_blank(text[at]); ++at) indent = text[at] == '\t' ? (indent / 8 + 1) * 8 : indent + 1;
    if (at < end) lines.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), indent, number});
    begin = end + 1;
  }
  return lines;
}

TextBlocks read_text_blocks(std::string_view text) { return Reader(text).read(); }

}  // namespace sluice
