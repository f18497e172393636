// The text is read into its positions: each character or class that stands in it is one,
// and an edge leads to every position that may come next. The edges of a repetition lead
// back, so `(a+)+` has two edges from `a` to itself, and that is the blow-up: on one text,
// two ways round. Two ways can also take different positions: then a pair of walkers that
// start together, read the same text, part and meet again finds them (EDA). Three walkers find
// what is polynomial (IDA): on the same text one goes round p, one from p to q, one round q.
#include "analyzers/pattern/redos.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace sluice {
namespace {

constexpr std::size_t kMaxPositions = 200;
constexpr std::size_t kMaxSteps = 2'000'000;
constexpr int kMaxDepth = 60;

using Chars = std::bitset<256>;
using Positions = std::vector<std::uint32_t>;

Chars range(unsigned char from, unsigned char to) {
  Chars chars;
  for (unsigned c = from; c <= to; ++c) chars.set(c);
  return chars;
}

Chars digits() { return range('0', '9'); }
Chars words() { return range('a', 'z') | range('A', 'Z') | digits() | range('_', '_') | range(0x80, 0xff); }
Chars spaces() { return range('\t', '\r') | range(' ', ' '); }

struct Graph {
  std::vector<Chars> chars;                       // by position
  std::vector<std::vector<std::uint8_t>> edges;   // [from][to]: how often, 2 for more
  std::vector<bool> ends;                         // by position: all may be read when it was
};

// What a part of the expression is made of.
struct Part {
  bool is_nullable = true;
  Positions first, last;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // False when the text is too large, or no expression.
  bool run() {
    Part whole = read_alternatives(0);
    graph.ends.assign(graph.chars.size(), false);
    for (std::uint32_t last : whole.last) graph.ends[last] = true;
    return is_good_ && at_ >= text_.size();
  }
  Graph graph;

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }

  Part position(const Chars& chars) {
    auto id = static_cast<std::uint32_t>(graph.chars.size());
    if (graph.chars.size() >= kMaxPositions) return is_good_ = false, Part();
    graph.chars.push_back(chars);
    for (auto& row : graph.edges) row.push_back(0);
    graph.edges.emplace_back(graph.chars.size(), 0);
    return {false, {id}, {id}};
  }

  void connect(const Positions& from, const Positions& to) {
    for (std::uint32_t a : from)
      for (std::uint32_t b : to) graph.edges[a][b] = static_cast<std::uint8_t>(std::min(2, graph.edges[a][b] + 1));
  }

  static void add(Positions& to, const Positions& more) { to.insert(to.end(), more.begin(), more.end()); }

  Part join(const Part& a, const Part& b) {
    connect(a.last, b.first);
    Part both{a.is_nullable && b.is_nullable, a.first, b.last};
    if (a.is_nullable) add(both.first, b.first);
    if (b.is_nullable) add(both.last, a.last);
    return both;
  }

  Part read_alternatives(int depth) {
    if (depth > kMaxDepth) return is_good_ = false, Part();
    Part all = read_sequence(depth);
    while (is_good_ && peek() == '|' && !at_end()) {
      ++at_;
      Part next = read_sequence(depth);
      all.is_nullable |= next.is_nullable;
      add(all.first, next.first);
      add(all.last, next.last);
    }
    return all;
  }

  Part read_sequence(int depth) {
    Part all;
    while (is_good_ && !at_end() && peek() != '|' && peek() != ')') {
      Part next = read_atom(depth);
      all = join(all, repeated(next));
    }
    return all;
  }

  // The quantifier behind an atom.
  Part repeated(Part part) {
    bool loops = false, is_optional = false;
    switch (peek()) {
      case '*': loops = is_optional = true, ++at_; break;
      case '+': loops = true, ++at_; break;
      case '?': is_optional = true, ++at_; break;
      case '{': {
        std::size_t close = text_.find('}', at_);
        std::string_view inside = close == std::string_view::npos ? std::string_view() : text_.substr(at_ + 1, close - at_ - 1);
        bool is_count = !inside.empty() && inside.find_first_not_of("0123456789,") == std::string_view::npos && inside[0] != ',';
        if (!is_count) return part;
        at_ = close + 1;
        is_optional = inside[0] == '0';
        loops = inside.ends_with(',');
        break;
      }
      default: return part;
    }
    if (peek() == '+') ++at_, loops = false;  // possessive: it does not go back
    else if (peek() == '?') ++at_;
    if (loops) connect(part.last, part.first);
    part.is_nullable |= is_optional;
    return part;
  }

  Part read_atom(int depth) {
    char c = text_[at_++];
    switch (c) {
      case '(': return read_group(depth);
      case '[': return position(read_class());
      case '.': return position(~range('\n', '\n'));
      case '^': return {};
      case '$': return position({});  // nothing is read, and nothing comes behind it
      case '\\': return read_escape();
      default: return position(range(static_cast<unsigned char>(c), static_cast<unsigned char>(c)));
    }
  }

  Part read_group(int depth) {
    bool counts = true;
    if (peek() == '?') {
      ++at_;
      bool looks_behind = text_.substr(at_).starts_with("<=") || text_.substr(at_).starts_with("<!");
      bool is_named = !looks_behind && (peek() == '<' || text_.substr(at_).starts_with("P<") || peek() == '\'');
      counts = peek() != '=' && peek() != '!' && peek() != '>' && peek() != '#' && !looks_behind;
      if (is_named) at_ = std::min(text_.size(), text_.find_first_of(">'", at_ + 2));
      else while (!at_end() && peek() != ':' && peek() != ')' && counts) ++at_;  // flags
      if (!counts) at_ += looks_behind ? 2 : 1;
      else if (peek() != ')') ++at_;
    }
    std::size_t before = graph.chars.size();
    Part inside = read_alternatives(depth + 1);
    if (peek() != ')' || at_end()) return is_good_ = false, Part();
    ++at_;
    // What looks ahead or does not go back is left alone; its positions lead nowhere.
    if (!counts)
      for (std::size_t i = before; i < graph.chars.size(); ++i) std::ranges::fill(graph.edges[i], 0);
    return counts ? inside : Part();
  }

  Part read_escape() {
    if (at_end()) return {};
    char c = peek();
    if (c == 'Z' || c == 'z') return ++at_, position({});
    if (std::string_view("bBAG").find(c) != std::string_view::npos) return ++at_, Part();
    if (c >= '1' && c <= '9') return ++at_, Part();  // what a group took: not followed
    return position(escaped());
  }

  // Behind a backslash.
  Chars escaped() {
    if (at_end()) return {};
    char c = text_[at_++];
    switch (c) {
      case 'd': return digits();
      case 'w': return words();
      case 's': return spaces();
      case 'D': return ~digits();
      case 'W': return ~words();
      case 'S': return ~spaces();
      case 'n': return range('\n', '\n');
      case 't': return range('\t', '\t');
      case 'r': return range('\r', '\r');
      case 'x': return at_ += std::min<std::size_t>(2, text_.size() - at_), words();
      case 'u': return at_ += std::min<std::size_t>(4, text_.size() - at_), words();
      case 'p': case 'P': {
        std::size_t close = peek() == '{' ? text_.find('}', at_) : at_;
        at_ = close == std::string_view::npos ? text_.size() : close + 1;
        return words();
      }
      default: return range(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
    }
  }

  Chars read_class() {
    Chars chars;
    bool is_negative = peek() == '^';
    if (is_negative) ++at_;
    for (bool is_first = true; !at_end() && (peek() != ']' || is_first); is_first = false) {
      if (text_.substr(at_).starts_with("[:")) {
        std::size_t close = text_.find(":]", at_);
        at_ = close == std::string_view::npos ? text_.size() : close + 2;
        chars |= words();
        continue;
      }
      char c = text_[at_++];
      if (c == '\\') {
        chars |= escaped();
        continue;
      }
      bool is_range = peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']' && text_[at_ + 1] != '\\';
      auto from = static_cast<unsigned char>(c), to = static_cast<unsigned char>(is_range ? text_[at_ + 1] : c);
      if (is_range) at_ += 2;
      if (from <= to) chars |= range(from, to);
    }
    if (at_end()) is_good_ = false;
    else ++at_;
    return is_negative ? ~chars : chars;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_good_ = true;
};

// Which positions lie on a common cycle: the number of the cycle's part of the graph, by position.
class Cycles {
 public:
  explicit Cycles(const Graph& graph) : size_(graph.chars.size()), reaches_(size_, std::vector<bool>(size_)) {
    for (std::size_t from = 0; from < size_; ++from) reach(graph, from);
  }
  bool are_together(std::size_t a, std::size_t b) const { return reaches_[a][b] && reaches_[b][a]; }
  bool leads(std::size_t from, std::size_t to) const { return reaches_[from][to]; }

 private:
  void reach(const Graph& graph, std::size_t from) {
    std::vector<std::size_t> open{from};
    while (!open.empty()) {
      std::size_t at = open.back();
      open.pop_back();
      for (std::size_t to = 0; to < size_; ++to) {
        if (graph.edges[at][to] == 0 || reaches_[from][to]) continue;
        reaches_[from][to] = true;
        open.push_back(to);
      }
    }
  }
  std::size_t size_;
  std::vector<std::vector<bool>> reaches_;
};

class PairWalk {
 public:
  PairWalk(const Graph& graph, const Cycles& cycles) : graph_(graph), cycles_(cycles), size_(graph.chars.size()) {}

  // Whether two walkers that start together at `start` can part and meet there again.
  bool parts_and_meets(std::size_t start) {
    std::vector<bool> forward = walk(start, true), backward = walk(start, false);
    for (std::size_t a = 0; a < size_; ++a)
      for (std::size_t b = 0; b < size_; ++b)
        if (a != b && forward[a * size_ + b] && backward[a * size_ + b]) return true;
    return false;
  }

 private:
  bool is_edge(std::size_t a, std::size_t b, bool goes_forward) const { return (goes_forward ? graph_.edges[a][b] : graph_.edges[b][a]) > 0; }

  std::vector<bool> walk(std::size_t start, bool goes_forward) {
    std::vector<bool> seen(size_ * size_);
    std::vector<std::pair<std::size_t, std::size_t>> open{{start, start}};
    seen[start * size_ + start] = true;
    while (!open.empty() && steps_ < kMaxSteps) {
      auto [a, b] = open.back();
      open.pop_back();
      for (std::size_t x = 0; x < size_; ++x) {
        if (!is_edge(a, x, goes_forward) || !cycles_.are_together(x, start)) continue;
        for (std::size_t y = 0; y < size_; ++y) {
          ++steps_;
          bool goes_on = is_edge(b, y, goes_forward) && cycles_.are_together(y, start) && !seen[x * size_ + y];
          if (!goes_on || (graph_.chars[x] & graph_.chars[y]).none()) continue;
          seen[x * size_ + y] = true;
          open.emplace_back(x, y);
        }
      }
    }
    return seen;
  }

  const Graph& graph_;
  const Cycles& cycles_;
  std::size_t size_, steps_ = 0;
};

class TripleWalk {
 public:
  TripleWalk(const Graph& graph, const Cycles& cycles) : graph_(graph), cycles_(cycles), size_(graph.chars.size()) {}

  // Whether one text leads round p, from p to q, and round q.
  bool shifts(std::size_t p, std::size_t q) {
    std::unordered_set<std::uint32_t> seen;
    std::vector<Triple> open{{p, p, q}};
    while (!open.empty() && steps_ < kMaxSteps) {
      Triple at = open.back();
      open.pop_back();
      for (const Triple& next : steps_from(at, p, q)) {
        if (next.first == p && next.second == q && next.third == q) return true;
        auto key = static_cast<std::uint32_t>((next.first * size_ + next.second) * size_ + next.third);
        if (seen.insert(key).second) open.push_back(next);
      }
    }
    return false;
  }

 private:
  struct Triple {
    std::size_t first, second, third;
  };

  std::vector<Triple> steps_from(const Triple& at, std::size_t p, std::size_t q) {
    std::vector<Triple> out;
    for (std::size_t a = 0; a < size_; ++a) {
      ++steps_;
      if (graph_.edges[at.first][a] == 0 || !cycles_.are_together(a, p)) continue;
      for (std::size_t c = 0; c < size_; ++c) {
        ++steps_;
        Chars both = graph_.chars[a] & graph_.chars[c];
        if (graph_.edges[at.third][c] == 0 || !cycles_.are_together(c, q) || both.none()) continue;
        for (std::size_t b = 0; b < size_; ++b) {
          ++steps_;
          bool is_between = graph_.edges[at.second][b] > 0 && cycles_.leads(b, q);
          if (is_between && (both & graph_.chars[b]).any()) out.push_back({a, b, c});
        }
      }
    }
    return out;
  }

  const Graph& graph_;
  const Cycles& cycles_;
  std::size_t size_, steps_ = 0;
};

bool is_exponential(const Graph& graph, const Cycles& cycles) {
  PairWalk walk(graph, cycles);
  for (std::size_t a = 0; a < graph.chars.size(); ++a) {
    for (std::size_t b = 0; b < graph.chars.size(); ++b)
      if (graph.edges[a][b] > 1 && cycles.are_together(a, b) && graph.chars[b].any()) return true;
    if (cycles.are_together(a, a) && walk.parts_and_meets(a)) return true;
  }
  return false;
}

bool is_polynomial(const Graph& graph, const Cycles& cycles) {
  TripleWalk walk(graph, cycles);
  for (std::size_t p = 0; p < graph.chars.size(); ++p)
    for (std::size_t q = 0; q < graph.chars.size(); ++q) {
      bool are_in_row = cycles.are_together(p, p) && cycles.are_together(q, q) && cycles.leads(p, q) && !cycles.leads(q, p);
      // Where nothing need follow, the first way is a match.
      if (are_in_row && !graph.ends[q] && walk.shifts(p, q)) return true;
    }
  return false;
}

Ambiguity ambiguity_of_text(std::string_view regex) {
  Reader reader(regex);
  if (!reader.run()) return Ambiguity::Bounded;
  Cycles cycles(reader.graph);
  if (is_exponential(reader.graph, cycles)) return Ambiguity::Exponential;
  return is_polynomial(reader.graph, cycles) ? Ambiguity::Polynomial : Ambiguity::Bounded;
}

// A string's content has its backslashes doubled, a regex literal has not, and the text
// does not tell which it was.
std::string with_single_backslashes(std::string_view regex) {
  std::string out;
  for (std::size_t i = 0; i < regex.size(); ++i) {
    out += regex[i];
    if (regex[i] == '\\' && i + 1 < regex.size() && regex[i + 1] == '\\') ++i;
  }
  return out;
}

}  // namespace

Ambiguity ambiguity_of(std::string_view regex) {
  if (std::size_t close = regex.rfind('/'); regex.starts_with('/') && close > 0) regex = regex.substr(1, close - 1);
  Ambiguity found = ambiguity_of_text(regex);
  if (regex.find("\\\\") == std::string_view::npos) return found;
  return std::max(found, ambiguity_of_text(with_single_backslashes(regex)));
}

}  // namespace sluice
