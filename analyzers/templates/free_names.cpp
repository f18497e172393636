#include "analyzers/templates/free_names.h"

#include <set>

namespace sluice::templates {
namespace {

constexpr std::size_t kMostNames = 300;

class Names {
 public:
  explicit Names(const Host& host) : host_(host) {}

  void read(const ExtractedText& code) {
    const std::string& text = code.text;
    for (std::size_t at = 0; at < text.size();) {
      char c = text[at];
      if (c == '"' || c == '\'' || c == '`') at = behind_text(text, at);
      else if (c == '#' && (host_.language == Language::Python || host_.language == Language::Ruby)) at = std::min(text.find('\n', at), text.size());
      else if (c == '/' && at + 1 < text.size() && text[at + 1] == '/' && host_.language != Language::Ruby) at = std::min(text.find('\n', at), text.size());
      else if (is_word_begin(c)) at = word(code, at);
      else if (c >= '0' && c <= '9') while (at < text.size() && is_word(text[at])) ++at;
      else ++at;
    }
  }

  std::vector<ExtractedText> take() { return std::move(names_); }

 private:
  // In a text of the host only `#{...}` and `${...}` would be code: names that stand there alone are rare.
  static std::size_t behind_text(const std::string& text, std::size_t at) {
    char quote = text[at++];
    while (at < text.size() && text[at] != quote) at += text[at] == '\\' ? 2 : 1;
    return std::min(text.size(), at + 1);
  }

  std::size_t word(const ExtractedText& code, std::size_t begin) {
    const std::string& text = code.text;
    std::size_t end = begin;
    while (end < text.size() && is_word(text[end])) ++end;
    std::string_view name(text.data() + begin, end - begin);
    if (is_name(text, begin, end, name) && names_.size() < kMostNames && known_.insert(std::string(name)).second) {
      ExtractedText each;
      each.text = name;
      each.places.assign(code.places.begin() + static_cast<std::ptrdiff_t>(begin), code.places.begin() + static_cast<std::ptrdiff_t>(end));
      names_.push_back(std::move(each));
    }
    return end;
  }

  bool is_name(const std::string& text, std::size_t begin, std::size_t end, std::string_view name) const {
    if (is_listed(name, host_.keywords) || is_listed(name, host_.globals)) return false;
    char before = begin > 0 ? text[begin - 1] : ' ';
    if (!host_.variable_prefix.empty()) return before == host_.variable_prefix[0] && (begin < 2 || text[begin - 2] != ':');
    std::size_t back = begin;
    while (back > 0 && (text[back - 1] == ' ' || text[back - 1] == '\n')) --back;
    bool is_member = back > 0 && (text[back - 1] == '.' && (back < 2 || text[back - 2] != '.'));
    if (is_member || before == '@' || before == '$' || before == ':') return false;
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    char behind = next < text.size() ? text[next] : ' ';
    if (behind == '(') return false;
    if (host_.language != Language::Ruby) return true;
    // `name: value`, `link_to title`, `Const`, `empty?`
    bool is_key = behind == ':' && next == end && (next + 1 >= text.size() || text[next + 1] != ':');
    bool is_constant = name[0] >= 'A' && name[0] <= 'Z';
    bool has_argument = next > end && (is_word_begin(behind) || behind == '"' || behind == '\'' || behind == '@' || (behind == ':' && next + 1 < text.size() && text[next + 1] != ' ')) &&
                        !is_operator(std::string_view(text).substr(next));
    return !is_key && !is_constant && !has_argument && behind != '?' && !(behind == '!' && next + 1 < text.size() && text[next + 1] != '=');
  }

  static bool is_operator(std::string_view rest) {
    for (std::string_view word : {"do", "if", "unless", "and", "or", "in", "then", "rescue", "while", "until"})
      if (rest.starts_with(word) && (rest.size() == word.size() || !is_word(rest[word.size()]))) return true;
    return false;
  }

  const Host& host_;
  std::set<std::string> known_;
  std::vector<ExtractedText> names_;
};

}  // namespace

std::vector<ExtractedText> free_names(const std::vector<Piece>& pieces, const Host& host) {
  Names names(host);
  for (const Piece& piece : pieces) {
    names.read(piece.code);
    for (const auto& [name, value] : piece.given) names.read(value);
  }
  return names.take();
}

}  // namespace sluice::templates
