#include "analyzers/source/glob.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sluice {
namespace {

constexpr std::string_view kSpecial = "*?[\\";

struct NamedSet {
  std::string_view name;
  int (*contains)(int);
};
// In the C locale, which is git's too here.
constexpr std::array<NamedSet, 12> kNamedSets = {{{"alnum", std::isalnum},
                                                  {"alpha", std::isalpha},
                                                  {"blank", std::isblank},
                                                  {"cntrl", std::iscntrl},
                                                  {"digit", std::isdigit},
                                                  {"graph", std::isgraph},
                                                  {"lower", std::islower},
                                                  {"print", std::isprint},
                                                  {"punct", std::ispunct},
                                                  {"space", std::isspace},
                                                  {"upper", std::isupper},
                                                  {"xdigit", std::isxdigit}}};

using Set = std::bitset<256>;

bool add_named(Set& set, std::string_view name) {
  auto found = std::find_if(kNamedSets.begin(), kNamedSets.end(), [&](const NamedSet& named) { return named.name == name; });
  if (found == kNamedSets.end()) return false;
  for (int c = 0; c < 128; ++c)
    if (found->contains(c)) set.set(static_cast<std::size_t>(c));
  return true;
}

// Reads what is between `[` and `]`; npos when it is malformed.
class SetReader {
 public:
  explicit SetReader(std::string_view pattern, std::size_t at) : pattern_(pattern), at_(at) {}

  // Gives the position after the `]`.
  std::size_t read(Set& set) {
    bool negated = peek() == '!' || peek() == '^';
    if (negated) ++at_;
    // A `]` in the first place is an ordinary member.
    do {
      if (at_ >= pattern_.size() || !read_member(set)) return std::string_view::npos;
    } while (peek() != ']');
    if (negated) set.flip();
    set.reset('/');
    return at_ + 1;
  }

 private:
  static constexpr int kEnd = -1;
  int peek(std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() ? static_cast<unsigned char>(pattern_[at_ + ahead]) : kEnd;
  }

  // Reads one character, perhaps escaped; kEnd when there is none.
  int take() {
    if (peek() == '\\') ++at_;
    int c = peek();
    ++at_;
    return c;
  }

  bool read_member(Set& set) {
    if (peek() == '[' && peek(1) == ':') return read_named(set);
    bool is_range = peek() == '-' && previous_ > 0 && peek(1) != kEnd && peek(1) != ']';
    if (!is_range) {
      int c = take();
      if (c == kEnd) return false;
      set.set(static_cast<std::size_t>(c));
      previous_ = c;
      return true;
    }
    ++at_;
    int last = take();
    if (last == kEnd) return false;
    for (int c = previous_; c <= last; ++c) set.set(static_cast<std::size_t>(c));
    previous_ = 0;
    return true;
  }

  bool read_named(Set& set) {
    std::size_t close = pattern_.find(']', at_ + 2);
    if (close == std::string_view::npos) return false;
    bool is_named = close > at_ + 2 && pattern_[close - 1] == ':';
    if (!is_named) {  // `[[:x]`: the bracket is a member
      set.set('[');
      previous_ = '[';
      ++at_;
      return true;
    }
    std::string_view name = pattern_.substr(at_ + 2, close - 1 - (at_ + 2));
    at_ = close + 1;
    previous_ = 0;
    return add_named(set, name);
  }

  std::string_view pattern_;
  std::size_t at_;
  int previous_ = 0;  // the member that a `-` after it makes a range of; 0: none
};

}  // namespace

Glob::Glob(std::string_view pattern) {
  std::size_t literal = std::min(pattern.find_first_of(kSpecial), pattern.size());
  prefix_ = pattern.substr(0, literal);
  pattern.remove_prefix(literal);
  for (std::size_t at = 0; at < pattern.size() && !never_;) {
    char c = pattern[at];
    if (c == '*') {
      at = compile_stars(pattern, at);
    } else if (c == '?') {
      tokens_.push_back({Op::Any});
      ++at;
    } else if (c == '[') {
      at = compile_set(pattern, at + 1);
    } else {
      if (c == '\\' && ++at == pattern.size()) never_ = true;  // nothing to escape
      else tokens_.push_back({Op::Character, static_cast<unsigned char>(pattern[at++])});
    }
  }
  split_off_suffix();
  find_longest_run();
}

void Glob::find_longest_run() {
  std::string run;
  for (const Token& token : tokens_) {
    if (token.op == Op::Character) run += static_cast<char>(token.character);
    else run.clear();
    if (run.size() > longest_run_.size()) longest_run_ = run;
  }
}

void Glob::split_off_suffix() {
  while (!tokens_.empty() && tokens_.back().op == Op::Character) {
    suffix_ += static_cast<char>(tokens_.back().character);
    tokens_.pop_back();
  }
  std::reverse(suffix_.begin(), suffix_.end());
}

std::size_t Glob::compile_set(std::string_view pattern, std::size_t at) {
  Set set;
  std::size_t end = SetReader(pattern, at).read(set);
  if (end == std::string_view::npos) {
    never_ = true;
    return pattern.size();
  }
  tokens_.push_back({Op::Set, 0, static_cast<std::uint32_t>(sets_.size())});
  sets_.push_back(set);
  return end;
}

std::size_t Glob::compile_stars(std::string_view pattern, std::size_t at) {
  std::size_t end = std::min(pattern.find_first_not_of('*', at), pattern.size());
  bool is_double = end - at >= 2;
  bool begins_a_part = at == 0 || pattern[at - 1] == '/';
  std::string_view rest = pattern.substr(end);
  bool ends_a_part = rest.empty() || rest.starts_with('/') || rest.starts_with("\\/");
  if (!is_double || !begins_a_part || !ends_a_part) {
    tokens_.push_back({Op::Star});
    return end;
  }
  if (rest.starts_with('/')) {
    tokens_.push_back({Op::MaybeFolders});
    return end + 1;
  }
  tokens_.push_back({Op::DeepStar});
  return end;
}

bool Glob::consumes(const Token& token, unsigned char c) const {
  switch (token.op) {
    case Op::Character: return c == token.character;
    case Op::Any: return c != '/';
    case Op::Set: return sets_[token.set].test(c);
    default: return false;
  }
}

// Follows all ways through the pattern at once: a state is the number of tokens behind it.
bool Glob::matches(std::string_view path) const {
  bool may_match = !never_ && path.size() >= prefix_.size() + suffix_.size() && path.starts_with(prefix_) && path.ends_with(suffix_);
  if (!may_match) return false;
  path.remove_prefix(prefix_.size());
  path.remove_suffix(suffix_.size());
  if (tokens_.empty()) return path.empty();
  if (path.find(longest_run_) == std::string_view::npos) return false;
  const std::size_t count = tokens_.size();
  // A MaybeFolders in use is a state of its own: inside it, anything up to a '/' that leaves it.
  std::vector<char> now(count + 1, 0), inside(count, 0), next, next_inside;
  auto close_over = [&](std::vector<char>& states) {
    for (std::size_t i = 0; i < count; ++i) {
      bool may_be_empty = tokens_[i].op == Op::Star || tokens_[i].op == Op::DeepStar || tokens_[i].op == Op::MaybeFolders;
      if (states[i] && may_be_empty) states[i + 1] = 1;
    }
  };
  now[0] = 1;
  close_over(now);
  for (unsigned char c : path) {
    next.assign(count + 1, 0);
    next_inside.assign(count, 0);
    bool is_alive = false;
    for (std::size_t i = 0; i < count; ++i) {
      const Token& token = tokens_[i];
      if (token.op == Op::MaybeFolders) {
        if (!now[i] && !inside[i]) continue;
        next_inside[i] = 1;
        if (c == '/') next[i + 1] = 1;
        is_alive = true;
        continue;
      }
      if (!now[i]) continue;
      if (token.op == Op::DeepStar || (token.op == Op::Star && c != '/')) next[i] = is_alive = true;
      else if (consumes(token, c)) next[i + 1] = is_alive = true;
    }
    if (!is_alive) return false;
    close_over(next);
    now.swap(next);
    inside.swap(next_inside);
  }
  return now[count];
}

GlobList::GlobList(const std::vector<std::string>& globs) {
  for (const std::string& text : globs) {
    std::string_view glob = text;
    while (glob.starts_with("./")) glob.remove_prefix(2);
    bool is_tied = glob.starts_with('/');
    if (is_tied) glob.remove_prefix(1);
    bool is_folder = glob.ends_with('/');
    if (is_folder) glob.remove_suffix(1);
    std::string base = (is_tied ? "" : "**/") + std::string(glob);
    // "foo/" is the folder's content; its own name alone would be a file.
    items_.push_back({text, Glob(is_folder ? base + "/**" : base), Glob(base + "/**")});
  }
}

const std::string* GlobList::find(std::string_view path) const {
  for (const Item& item : items_)
    if (item.itself.matches(path) || item.below.matches(path)) return &item.text;
  return nullptr;
}

}  // namespace sluice
