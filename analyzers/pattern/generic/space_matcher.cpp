#include "analyzers/pattern/generic/space_matcher.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

namespace sluice {
namespace {

using Type = SpacePart::Type;

class Matcher {
 public:
  Matcher(const SpacePattern& pattern, const TextBlocks& blocks, std::string_view text, std::uint32_t max_span)
      : pattern_(pattern), tokens_(blocks.tokens), text_(text), max_span_(max_span), values_(pattern.variables.size()), vain_(pattern.parts.size()) {
    // A limit tells which block a part is in only when blocks of the pattern do not nest, and
    // what a place means depends on nothing before it only when no metavariable comes again.
    can_remember_ = !pattern.repeats_variable && pattern.depth <= 1;
  }

  SpaceMatches find() && {
    const SpacePart& first = pattern_.parts.front();
    for (std::uint32_t at = 0; at < tokens_.size() && !out_.met_limit; ++at)
      if (may_start(first, at)) try_start(at);
    for (auto& [end, match] : by_end_) out_.list.push_back(std::move(match));
    std::ranges::sort(out_.list, {}, &SpaceMatch::range);
    return std::move(out_);
  }

 private:
  bool may_start(const SpacePart& first, std::uint32_t at) {
    if (!spend()) return false;
    if (first.type == Type::Dots) return at == 0 || tokens_[at - 1].type == TextToken::Type::Block;
    return tokens_[at].type != TextToken::Type::Block && is_token(first, tokens_[at]);
  }

  void try_start(std::uint32_t at) {
    std::ranges::fill(values_, std::nullopt);
    limits_.assign(1, size());
    std::optional<std::uint32_t> end = match(0, at);
    if (!end || *end == at) return;
    SpaceMatch found{{tokens_[at].begin, tokens_[last_token_before(*end)].end}, {}};
    for (const auto& value : values_) found.variables.push_back(value.value_or(ByteRange{found.range.end, found.range.end}));
    bool keeps_longest = pattern_.parts.back().type == Type::Dots;
    auto [known, is_new] = by_end_.emplace(found.range.end, found);
    // Starts come from left to right: a later one is shorter.
    if (!is_new && !keeps_longest) known->second = std::move(found);
  }

  // The parts from `part` on, at the token `at`: where they end, or nothing.
  std::optional<std::uint32_t> match(std::size_t part, std::uint32_t at) {
    for (; part < pattern_.parts.size(); ++part) {
      if (!spend()) return std::nullopt;
      const SpacePart& wanted = pattern_.parts[part];
      switch (wanted.type) {
        case Type::Dots: return match_dots(part, at);
        case Type::Open: return match_block(part, at);
        case Type::Close:
          if (at != limits_.back()) return std::nullopt;
          return match_behind_block(part, at);
        default:
          at = skip_blocks(at);
          if (at >= limits_.back() || !is_token(wanted, tokens_[at])) return std::nullopt;
          if (wanted.type == Type::Variable) return match_variable(part, at);
          ++at;
      }
    }
    return at;
  }

  std::optional<std::uint32_t> match_variable(std::size_t part, std::uint32_t at) {
    std::optional<ByteRange>& value = values_[static_cast<std::size_t>(pattern_.parts[part].variable)];
    ByteRange here{tokens_[at].begin, tokens_[at].end};
    if (value) return same_text(*value, here) ? match(part + 1, at + 1) : std::nullopt;
    value = here;
    auto end = match(part + 1, at + 1);
    if (!end) value.reset();
    return end;
  }

  // An indented part: the block must be all of it. One of `...` alone is also no block at all.
  std::optional<std::uint32_t> match_block(std::size_t part, std::uint32_t at) {
    bool is_block = at < limits_.back() && tokens_[at].type == TextToken::Type::Block;
    if (!is_block) return may_be_empty(part) ? match(part + 3, at) : std::nullopt;
    limits_.push_back(tokens_[at].last);
    auto end = match(part + 1, at + 1);
    if (!end) limits_.pop_back();
    return end;
  }

  bool may_be_empty(std::size_t open) const {
    return pattern_.parts[open + 1].type == Type::Dots && pattern_.parts[open + 1].variable < 0 && pattern_.parts[open + 2].type == Type::Close;
  }

  std::optional<std::uint32_t> match_behind_block(std::size_t part, std::uint32_t at) {
    std::uint32_t limit = limits_.back();
    limits_.pop_back();
    auto end = match(part + 1, at);
    if (!end) limits_.push_back(limit);
    return end;
  }

  std::optional<std::uint32_t> match_dots(std::size_t part, std::uint32_t at) {
    const SpacePart& dots = pattern_.parts[part];
    std::uint32_t limit = limits_.back();
    std::uint32_t max_line = (part == 0 ? tokens_[at].line : line_before(at)) + max_span_ * dots.count;
    std::optional<ByteRange>* value = dots.variable < 0 ? nullptr : &values_[static_cast<std::size_t>(dots.variable)];
    const std::optional<ByteRange> known = value ? *value : std::nullopt;
    bool is_last = part + 1 == pattern_.parts.size();
    if (const Vain& vain = vain_[part]; can_remember_ && at >= vain.from && max_line <= vain.max_line && limit == vain.limit) return std::nullopt;
    std::optional<std::uint32_t> end;
    for (std::uint32_t to = is_last ? block_rest(at, limit, max_line) : at; spend(); ++to) {
      if (!is_last && to < limit && tokens_[to].line > max_line) break;
      if (is_last || may_follow(part + 1, to, limit)) {
        bool fits = !known || same_text(*known, between(at, to));
        if (fits && value) *value = between(at, to);
        if (fits) end = match(part + 1, to);
        if (end) return end;
        remember_failure(part + 1, to, limit);
      }
      if (is_last || to >= limit) break;
    }
    if (value) *value = known;
    vain_[part] = {at, max_line, limit};
    return std::nullopt;
  }

  // A cheap look at what must follow, and at what is known of it.
  bool may_follow(std::size_t part, std::uint32_t at, std::uint32_t limit) const {
    const SpacePart& next = pattern_.parts[part];
    if (next.type == Type::Close) return at == limit;
    if (next.type == Type::Dots) return true;
    if (at >= limit) return false;
    bool is_block = tokens_[at].type == TextToken::Type::Block;
    // Only a block is where an indented part may be; a word is looked for at its own place.
    bool wants_block = next.type == Type::Open;
    if (is_block != wants_block) return wants_block && may_be_empty(part);
    if (!is_block && !is_token(next, tokens_[at])) return false;
    return !can_remember_ || !failed_.contains(key(part, at, limit));
  }

  void remember_failure(std::size_t part, std::uint32_t at, std::uint32_t limit) {
    if (part == pattern_.parts.size()) return;
    // How far dots reach depends on what was before them.
    bool depends = pattern_.parts[part].type == Type::Dots || pattern_.parts[part].type == Type::Close;
    if (can_remember_ && !depends && failed_.size() < kMaxRemembered) failed_.insert(key(part, at, limit));
  }

  static std::uint64_t key(std::size_t part, std::uint32_t at, std::uint32_t limit) {
    return (static_cast<std::uint64_t>(part) << 52) ^ (static_cast<std::uint64_t>(at) << 26) ^ limit;
  }

  // The bytes of the tokens in [from, to); empty behind what is before them when there are none.
  ByteRange between(std::uint32_t from, std::uint32_t to) const {
    from = skip_blocks(from);
    if (from < to) return {tokens_[from].begin, tokens_[last_token_before(to)].end};
    std::uint32_t place = to == 0 ? 0 : tokens_[last_token_before(to)].end;
    return {place, place};
  }

  // The end of the block that a last `...` goes on to.
  std::uint32_t block_rest(std::uint32_t at, std::uint32_t limit, std::uint32_t max_line) const {
    std::uint32_t end = std::min(limit, at > 0 ? tokens_[last_token_before(at)].block_end : size());
    if (end < at) return at;  // the part before was the last of its block
    std::uint32_t to = at;
    while (to < end && tokens_[to].line <= max_line) ++to;
    return to;
  }

  bool is_token(const SpacePart& wanted, const TextToken& token) const {
    if (wanted.type == Type::Variable) return token.type == TextToken::Type::Word;
    return text_.substr(token.begin, token.end - token.begin) == wanted.text;
  }

  bool same_text(ByteRange a, ByteRange b) const {
    return text_.substr(a.begin, a.end - a.begin) == text_.substr(b.begin, b.end - b.begin);
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  std::uint32_t skip_blocks(std::uint32_t at) const {
    while (at < size() && tokens_[at].type == TextToken::Type::Block) ++at;
    return at;
  }
  // A block is never empty and begins with a token, so what is before a place is a token or a block's head.
  std::uint32_t last_token_before(std::uint32_t at) const {
    std::uint32_t last = at - 1;
    while (last > 0 && tokens_[last].type == TextToken::Type::Block) --last;
    return last;
  }
  std::uint32_t line_before(std::uint32_t at) const {
    if (at > 0) return tokens_[last_token_before(at)].line;
    return tokens_.empty() ? 0 : tokens_[0].line;
  }

  bool spend() {
    if (++steps_ > kSpaceSteps) out_.met_limit = true;
    return !out_.met_limit;
  }

  static constexpr std::size_t kMaxRemembered = 2'000'000;

  const SpacePattern& pattern_;
  const std::vector<TextToken>& tokens_;
  std::string_view text_;
  std::uint32_t max_span_;
  std::vector<std::optional<ByteRange>> values_;
  std::vector<std::uint32_t> limits_;  // the text's end, then those of the blocks that are open
  bool can_remember_ = false;
  // Where dots last looked in vain: from a later place, not further, there is nothing either.
  struct Vain {
    std::uint32_t from = UINT32_MAX, max_line = 0, limit = 0;
  };
  std::vector<Vain> vain_;  // by part
  std::unordered_set<std::uint64_t> failed_;
  std::map<std::uint32_t, SpaceMatch> by_end_;
  std::uint64_t steps_ = 0;
  SpaceMatches out_;
};

}  // namespace

SpaceMatches find_space_matches(const SpacePattern& pattern, const TextBlocks& blocks, std::string_view text, std::uint32_t max_span) {
  // The memory of failures has 26 bits for a place and 12 for a part: more than a file may have.
  if (blocks.size() >= (1u << 26)) return {{}, true};
  return Matcher(pattern, blocks, text, max_span).find();
}

}  // namespace sluice
