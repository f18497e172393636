#include "analyzers/pattern/generic/comments.h"

#include <algorithm>

namespace sluice {
namespace {

using Comments = GenericOptions::Comments;

// The end of the comment that begins at `at`; `at` itself when none does.
std::size_t comment_end(std::string_view text, std::size_t at, Comments style) {
  std::string_view rest = text.substr(at);
  bool is_line = (style == Comments::Shell && rest.starts_with('#')) || (style == Comments::Cpp && rest.starts_with("//"));
  if (is_line) return std::min(text.find('\n', at), text.size());
  bool is_block = style != Comments::Shell && rest.starts_with("/*");
  if (!is_block) return at;
  std::size_t close = text.find("*/", at + 2);
  return close == std::string_view::npos ? text.size() : close + 2;
}

}  // namespace

std::string without_comments(std::string_view text, GenericOptions::Comments style) {
  std::string out(text);
  if (style == Comments::None) return out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = comment_end(text, at, style);
    for (std::size_t i = at; i < end; ++i)
      if (out[i] != '\n' && out[i] != '\r') out[i] = ' ';
    at = end > at ? end : at + 1;
  }
  return out;
}

}  // namespace sluice
