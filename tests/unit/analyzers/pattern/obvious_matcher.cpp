#include "tests/unit/analyzers/pattern/obvious_matcher.h"

#include <algorithm>

namespace sluice::testing {
namespace {

using Kind = Tree::Kind;
using Bindings = std::map<std::string, const Tree*>;
using Ways = std::vector<Bindings>;  // all ways to match; none: no match
using List = std::vector<const Tree*>;

bool is_equal(const Tree& a, const Tree& b) { return a.kind == b.kind && a.text == b.text && std::ranges::equal(a.parts, b.parts, is_equal); }

void add(Ways& to, const Ways& more) { to.insert(to.end(), more.begin(), more.end()); }

List pointers(const std::vector<Tree>& parts, std::size_t first = 0) {
  List out;
  for (std::size_t i = first; i < parts.size(); ++i) out.push_back(&parts[i]);
  return out;
}

// The tree and all its parts, in the order in which they are written.
void collect(const Tree& tree, List& out) {
  out.push_back(&tree);
  for (const Tree& part : tree.parts) collect(part, out);
}

// Statements and those nested in them, as if they stood in one row.
void collect_statements(const Tree& tree, List& out) {
  if (is_statement(tree)) out.push_back(&tree);
  for (const Tree& part : tree.parts) collect_statements(part, out);
}

const Tree* value_of(const Tree& statement) {
  switch (statement.kind) {
    case Kind::Do: return &statement.parts[0];
    case Kind::Assign: return &statement.parts[1];
    case Kind::Return: return statement.parts.empty() ? nullptr : &statement.parts[0];
    default: return nullptr;
  }
}

Ways match(const Tree& p, const Tree& t, const Bindings& with);

// One after the other; `...` is any number.
Ways match_row(const List& ps, std::size_t i, const List& ts, std::size_t j, const Bindings& with) {
  if (i == ps.size()) return j == ts.size() ? Ways{with} : Ways{};
  Ways out;
  if (ps[i]->kind == Kind::Dots) {
    for (std::size_t k = j; k <= ts.size(); ++k) add(out, match_row(ps, i + 1, ts, k, with));
    return out;
  }
  if (j == ts.size()) return {};
  for (const Bindings& way : match(*ps[i], *ts[j], with)) add(out, match_row(ps, i + 1, ts, j + 1, way));
  return out;
}

// Keyword arguments by name; a `...` covers what is not named.
Ways match_arguments(const List& ps, List ts, const Bindings& with) {
  auto keyword = std::ranges::find(ps, Kind::Keyword, &Tree::kind);
  if (keyword == ps.end()) {
    return match_row(ps, 0, ts, 0, with);
  }
  List others(ps.begin(), keyword);
  others.insert(others.end(), keyword + 1, ps.end());
  Ways out;
  for (std::size_t j = 0; j < ts.size(); ++j) {
    if (ts[j]->kind != Kind::Keyword || ts[j]->text != (*keyword)->text) continue;
    List rest = ts;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(j));
    for (const Bindings& way : match((*keyword)->parts[0], ts[j]->parts[0], with)) {
      // A `...` that stood before the keyword covers keywords as well.
      bool is_open = std::ranges::any_of(ps, [](const Tree* p) { return p->kind == Kind::Dots; });
      bool has_more_keywords = std::ranges::any_of(others, [](const Tree* p) { return p->kind == Kind::Keyword; });
      if (is_open && !has_more_keywords) std::erase_if(rest, [](const Tree* t) { return t->kind == Kind::Keyword; });
      add(out, match_arguments(others, rest, way));
    }
  }
  return out;
}

// Any number of members, calls and elements may stand between.
Ways match_gap(const Tree& begin, const Tree& t, const Bindings& with) {
  Ways out = match(begin, t, with);
  bool is_access = t.kind == Kind::Call || t.kind == Kind::Member || t.kind == Kind::Index;
  if (is_access) add(out, match_gap(begin, t.parts[0], with));
  return out;
}

struct Row {
  List statements;        // in which the next one is looked for
  std::size_t next = 0;   // the neighbour of the last one
  std::size_t later = 0;  // what is behind the beginning of the last one
  bool has_dots = false;
};

struct Run {
  Bindings bindings;
  std::uint32_t end = 0;
};

std::vector<Run> match_statements(const std::vector<Tree>& ps, std::size_t i, Row row, const List& list, bool whole, Run so_far) {
  if (i == ps.size()) {
    bool is_left_over = whole && !row.has_dots && row.next < row.statements.size();
    return is_left_over ? std::vector<Run>{} : std::vector<Run>{so_far};
  }
  std::vector<Run> out;
  auto go_on = [&](std::size_t p, std::size_t at) {
    const Tree& t = *row.statements[at];
    for (const Bindings& way : match(ps[p], t, so_far.bindings)) {
      Row behind = row;
      behind.later = at + 1;
      for (behind.next = at + 1; behind.next < row.statements.size() && row.statements[behind.next]->begin < t.end;) ++behind.next;
      std::vector<Run> found = match_statements(ps, p + 1, behind, list, whole, {way, t.end});
      out.insert(out.end(), found.begin(), found.end());
    }
  };
  if (ps[i].kind != Kind::Dots) {
    if (row.next < row.statements.size()) go_on(i, row.next);
    return out;
  }
  if (!row.has_dots) {
    // From here on all that is nested in later statements counts.
    List flat;
    for (std::size_t k = row.next; k < row.statements.size(); ++k) collect_statements(*row.statements[k], flat);
    row = {flat, 0, 0, true};
  }
  std::size_t after = i;
  while (after < ps.size() && ps[after].kind == Kind::Dots) ++after;
  // The last `...` reaches the end of the list.
  if (after == ps.size()) return {{so_far.bindings, std::max(so_far.end, list.back()->end)}};
  for (std::size_t at = row.later; at < row.statements.size(); ++at) go_on(after, at);
  return out;
}

Ways match_body(const Tree& p, const Tree& t, const Bindings& with) {
  List list = pointers(t.parts);
  Ways out;
  for (const Run& run : match_statements(p.parts, 0, {list}, list, true, {with, 0})) out.push_back(run.bindings);
  return out;
}

// Behind the left side of `&&` a statement may stop.
void collect_evaluated(const Tree& tree, List& out) {
  out.push_back(&tree);
  if (tree.kind == Kind::Binary && tree.text == "&&") return collect_evaluated(tree.parts[0], out);
  for (const Tree& part : tree.parts) collect_evaluated(part, out);
}

// `f($X);` is also a statement that evaluates it on the way.
Ways match_doing(const Tree& p, const Tree& t, const Bindings& with) {
  const Tree* value = value_of(t);
  if (!value) return {};
  List parts;
  collect_evaluated(*value, parts);
  Ways out;
  for (const Tree* part : parts) add(out, match(p, *part, with));
  return out;
}

Ways match_parts(const Tree& p, const Tree& t, const Bindings& with) {
  if (p.text != t.text || p.parts.size() != t.parts.size()) return {};
  return match_row(pointers(p.parts), 0, pointers(t.parts), 0, with);
}

Ways match_branch(const Tree& p, const Tree& t, const Bindings& with) {
  bool asks_for_else = p.parts.size() == 3;
  if (asks_for_else && t.parts.size() < 3) return {};
  Ways out;
  for (const Bindings& way : match(p.parts[0], t.parts[0], with))
    for (const Bindings& then : match(p.parts[1], t.parts[1], way)) add(out, asks_for_else ? match(p.parts[2], t.parts[2], then) : Ways{then});
  return out;
}

Ways match(const Tree& p, const Tree& t, const Bindings& with) {
  switch (p.kind) {
    case Kind::Hole: {
      if (t.kind == Kind::Keyword) return {};
      if (auto known = with.find(p.text); known != with.end()) return is_equal(*known->second, t) ? Ways{with} : Ways{};
      Bindings more = with;
      more[p.text] = &t;
      return {more};
    }
    case Kind::AnyString: return t.kind == Kind::String ? Ways{with} : Ways{};
    case Kind::Deep: {
      List parts;
      collect(t, parts);
      Ways out;
      for (const Tree* part : parts) add(out, match(p.parts[0], *part, with));
      return out;
    }
    case Kind::Gap: return match_gap(p.parts[0], t, with);
    case Kind::Do: return match_doing(p.parts[0], t, with);
    default: break;
  }
  if (p.kind != t.kind) return {};
  switch (p.kind) {
    case Kind::Call: {
      Ways out;
      for (const Bindings& way : match(p.parts[0], t.parts[0], with)) add(out, match_arguments(pointers(p.parts, 1), pointers(t.parts, 1), way));
      return out;
    }
    case Kind::Index: case Kind::Array: case Kind::Parameters: return match_row(pointers(p.parts), 0, pointers(t.parts), 0, with);
    case Kind::Return:
      if (!p.parts.empty() && p.parts[0].kind == Kind::Dots) return {with};
      return match_parts(p, t, with);
    case Kind::If: return match_branch(p, t, with);
    case Kind::Block: return match_body(p, t, with);
    default: return match_parts(p, t, with);
  }
}

ObviousMatch told(std::uint32_t begin, std::uint32_t end, const Bindings& bindings, const std::string& text) {
  ObviousMatch match{begin, end, {}};
  for (const auto& [name, tree] : bindings) match.bindings[name] = text.substr(tree->begin, tree->end - tree->begin);
  return match;
}

// Every end of every list may be left out; what comes before its statement too.
void find_sequences(const Tree& pattern, const Tree& tree, const std::string& text, std::set<ObviousMatch>& out) {
  if (tree.kind == Kind::Block) {
    List list = pointers(tree.parts);
    for (std::size_t first = 0; first < list.size(); ++first) {
      Row row{list, first};
      for (const Run& run : match_statements(pattern.parts, 0, row, list, false, {{}, list[first]->begin}))
        out.insert(told(list[first]->begin, run.end, run.bindings, text));
    }
  }
  for (const Tree& part : tree.parts) find_sequences(pattern, part, text, out);
}

}  // namespace

std::set<ObviousMatch> find_obviously(const Tree& pattern, const Tree& program, const std::string& text) {
  std::set<ObviousMatch> out;
  if (pattern.kind == Kind::Block) {
    find_sequences(pattern, program, text, out);
    return out;
  }
  List all;
  collect(program, all);
  for (const Tree* t : all)
    for (const Bindings& way : match(pattern, *t, {})) out.insert(told(t->begin, t->end, way, text));
  return out;
}

}  // namespace sluice::testing
