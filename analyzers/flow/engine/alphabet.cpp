#include "analyzers/flow/engine/alphabet.h"

#include <cctype>

namespace sluice::flow {
namespace {

constexpr int kDeepestGroup = 20;

Alphabet range(unsigned first, unsigned last) {
  Alphabet out;
  for (unsigned c = first; c <= last && c < 256; ++c) out.set(c);
  return out;
}

const Alphabet kDigits = range('0', '9'), kLetters = range('a', 'z') | range('A', 'Z'), kBeyond = range(128, 255);
const Alphabet kWord = kDigits | kLetters | range('_', '_'), kSpace = range('\t', '\r') | range(' ', ' '), kAny = ~range('\n', '\n');

// One pass over an expression.
class Reader {
 public:
  Reader(std::string_view regex, const RegexReading& how) : text_(regex), how_(how) {}

  std::optional<Alphabet> whole() {
    bool has_front = how_.is_bound || how_.is_bound_front || skips_front(), ends = false;
    Alphabet out;
    if (!has_front || !alternatives(out, 0, ends)) return std::nullopt;
    return ends && at_ == text_.size() ? std::optional(out) : std::nullopt;
  }

  // `[...]`, `\s`, `x`, `a|b`, `(a|b)`, each with or without a `+`.
  std::optional<Alphabet> single() {
    bool is_group = text_.starts_with('(') && text_.ends_with(')') && text_.find('(', 1) == std::string_view::npos;
    if (is_group) text_ = text_.substr(1, text_.size() - 2);
    if (text_.starts_with("?:")) at_ = 2;
    Alphabet out;
    while (true) {
      std::optional<Alphabet> one = at_ < text_.size() ? atom(0) : std::nullopt;
      if (!one) return std::nullopt;
      out |= *one;
      if (at_ < text_.size() && text_[at_] == '+') ++at_;
      if (at_ == text_.size()) return out;
      if (text_[at_++] != '|') return std::nullopt;
    }
  }

 private:
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool skips_front() {
    while (take("(?i)") || take("(?u)") || take("(?a)")) {}
    if (take("\\A")) return true;
    return !how_.are_anchors_of_lines && take("^");
  }

  bool takes_end() {
    if (take("\\z") || take("\\Z")) return true;
    return !how_.are_anchors_of_lines && at_ < text_.size() && text_[at_] == '$' && (at_ + 1 == text_.size()) && take("$");
  }

  // Up to the end of the group, or of all. `ends`: it was bound to the end of the text.
  bool alternatives(Alphabet& out, int depth, bool& ends) {
    if (depth > kDeepestGroup) return false;
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == ')') return depth > 0;
      if (c == '|') {
        // `^a|b$` matches pieces.
        if (depth == 0) return false;
        ++at_;
        continue;
      }
      if (depth == 0 && takes_end()) {
        ends = true;
        return at_ == text_.size();
      }
      std::optional<Alphabet> one = atom(depth);
      if (!one) return false;
      out |= *one;
      skip_count();
    }
    if (depth == 0) ends |= how_.is_bound;
    return depth == 0;
  }

  void skip_count() {
    while (at_ < text_.size() && (text_[at_] == '*' || text_[at_] == '+' || text_[at_] == '?')) ++at_;
    if (at_ < text_.size() && text_[at_] == '{') {
      std::size_t end = text_.find('}', at_);
      if (end != std::string_view::npos) at_ = end + 1;
    }
    if (at_ < text_.size() && (text_[at_] == '?' || text_[at_] == '+')) ++at_;
  }

  std::optional<Alphabet> atom(int depth) {
    char c = text_[at_++];
    switch (c) {
      case '.': return kAny;
      case '\\': return escape();
      case '[': return set();
      case '(': return group(depth);
      case '^': case '$': case '*': case '+': case '?': return std::nullopt;
      default: return range(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
    }
  }

  std::optional<Alphabet> group(int depth) {
    bool only_looks = take("?=") || take("?!");
    if (!only_looks && at_ < text_.size() && text_[at_] == '?') {
      ++at_;
      if (take("<=") || take("<!")) return std::nullopt;
      if (take("<") || take("P<")) {
        std::size_t end = text_.find('>', at_);
        if (end == std::string_view::npos) return std::nullopt;
        at_ = end + 1;
      } else if (!take(":") && !take(">")) {
        return std::nullopt;
      }
    }
    Alphabet inside;
    bool ends = false;
    if (!looks_over(only_looks, inside, depth, ends) || at_ >= text_.size()) return std::nullopt;
    ++at_;  // `)`
    return only_looks ? Alphabet() : inside;
  }

  // What a look-ahead says is a further condition: it only makes the set smaller.
  bool looks_over(bool only_looks, Alphabet& inside, int depth, bool& ends) {
    if (!only_looks) return alternatives(inside, depth + 1, ends);
    int open = 1;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') ++at_;
      else if (text_[at_] == '(') ++open;
      else if (text_[at_] == ')' && --open == 0) return true;
    }
    return false;
  }

  std::optional<Alphabet> escape() {
    if (at_ >= text_.size()) return std::nullopt;
    char c = text_[at_++];
    switch (c) {
      case 'd': return kDigits;
      case 'w': return kWord;
      case 's': return kSpace;
      case 'h': return range('\t', '\t') | range(' ', ' ');
      case 'D': return ~kDigits;
      case 'W': return ~kWord;
      case 'S': return ~kSpace;
      case 'R': return range('\n', '\r');
      case 'n': return range('\n', '\n');
      case 'r': return range('\r', '\r');
      case 't': return range('\t', '\t');
      case 'v': return range('\v', '\v');
      case 'f': return range('\f', '\f');
      case '0': return range(0, 0);
      case 'b': case 'B': case 'A': case 'Z': case 'z': return Alphabet();
      case 'p': case 'P': return property(c == 'P');
      case 'x': return number(2);
      case 'u': return number(4);
      default: break;
    }
    if (std::isalnum(static_cast<unsigned char>(c))) return std::nullopt;
    return range(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
  }

  std::optional<Alphabet> property(bool is_negated) {
    std::size_t end = at_ < text_.size() && text_[at_] == '{' ? text_.find('}', at_) : at_;
    if (is_negated || end == std::string_view::npos || end >= text_.size()) return std::nullopt;
    std::string_view name = text_[at_] == '{' ? text_.substr(at_ + 1, end - at_ - 1) : text_.substr(at_, 1);
    at_ = end + 1;
    if (name == "L" || name == "Lu" || name == "Ll" || name == "Alpha" || name == "Letter") return kLetters | kBeyond;
    if (name == "N" || name == "Nd" || name == "Digit") return kDigits | kBeyond;
    if (name == "Alnum") return kLetters | kDigits;
    return std::nullopt;
  }

  std::optional<Alphabet> number(std::size_t digits) {
    unsigned value = 0;
    for (std::size_t i = 0; i < digits; ++i, ++at_) {
      if (at_ >= text_.size() || !std::isxdigit(static_cast<unsigned char>(text_[at_]))) return std::nullopt;
      value = value * 16 + static_cast<unsigned>(std::isdigit(static_cast<unsigned char>(text_[at_])) ? text_[at_] - '0' : std::tolower(static_cast<unsigned char>(text_[at_])) - 'a' + 10);
    }
    return value < 128 ? range(value, value) : kBeyond;
  }

  // Behind `[`, up to its `]`.
  std::optional<Alphabet> set() {
    bool is_negated = take("^");
    Alphabet out;
    for (bool is_first = true; at_ < text_.size(); is_first = false) {
      char c = text_[at_];
      if (c == ']' && !is_first) {
        ++at_;
        return is_negated ? ~out : out;
      }
      if (take("[:alnum:]")) { out |= kLetters | kDigits; continue; }
      if (take("[:alpha:]")) { out |= kLetters; continue; }
      if (take("[:digit:]")) { out |= kDigits; continue; }
      if (text_.substr(at_).starts_with("[:")) return std::nullopt;
      ++at_;
      std::optional<Alphabet> one = c == '\\' ? escape() : range(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
      if (!one) return std::nullopt;
      bool is_range = one->count() == 1 && at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']' && text_[at_ + 1] != '\\';
      if (is_range) {
        unsigned first = static_cast<unsigned>(one->_Find_first()), last = static_cast<unsigned char>(text_[at_ + 1]);
        at_ += 2;
        out |= range(first, last);
      } else {
        out |= *one;
      }
    }
    return std::nullopt;
  }

  std::string_view text_;
  RegexReading how_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Alphabet> alphabet_of_matching(std::string_view regex, const RegexReading& how) {
  std::optional<Alphabet> found = Reader(regex, how).whole();
  return found;
}

std::optional<Alphabet> alphabet_removed(std::string_view regex) { return Reader(regex, {}).single(); }

Harms ruled_out_by(const Alphabet& alphabet) {
  auto has_any = [&](std::string_view characters) {
    for (char c : characters)
      if (alphabet.test(static_cast<unsigned char>(c))) return true;
    return false;
  };
  Harms out = 0;
  if (!has_any("/\\")) out |= one(Harm::Path) | one(Harm::FileInclude) | one(Harm::FileUpload) | one(Harm::PathClimb);
  if (!has_any("'\"`\\;(=")) out |= one(Harm::Sql);
  if (!has_any("'\"")) out |= one(Harm::XPath) | one(Harm::XQuery);
  if (!has_any("'\"`\\;|&$<>(){}!*?\n")) out |= one(Harm::Command);
  if (!has_any(" '\"`\\;|&$<>(){}!*?\n-")) out |= one(Harm::Argument);
  if (!has_any("<")) out |= one(Harm::Xss);
  if (!has_any("\n")) out |= one(Harm::Header) | one(Harm::MailHeader) | one(Harm::Log);
  if (!has_any("()*\\")) out |= one(Harm::Ldap) | one(Harm::Jndi);
  if (!has_any("{<$#%")) out |= one(Harm::Template) | one(Harm::ExpressionLanguage);
  if (!has_any("*+?{}()[]|\\^")) out |= one(Harm::Regex);
  if (!has_any("/:@\\.")) out |= one(Harm::Ssrf) | one(Harm::Forward);
  if (!has_any("/:\\")) out |= one(Harm::Redirect);
  if (!has_any("$")) out |= one(Harm::NoSql);
  // Names call nothing, and numbers with their operators call nobody.
  const bool has_letters = (alphabet & kLetters).any();
  if (!has_any("'\"`[]$\\;") && !(has_letters && has_any("(.="))) out |= one(Harm::Code);
  return out;
}

}  // namespace sluice::flow
