#include "analyzers/languages/php_block.h"

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::php {

// `elseif` is an If inside the Else, as everywhere else.
void shape_if(Shaper& s, RawIndex raw, Role role) {
  std::vector<ElseClause> clauses;
  std::vector<RawIndex> html;  // behind the first body
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "alternative")) clauses.push_back({child, s.field(child, "condition"), s.field(child, "body"), {}});
    else if (s.is(child, "text_interpolation")) (clauses.empty() ? html : clauses.back().behind).push_back(child);
  }
  s.open(Kind::If, role, raw);
  s.visit(s.field(raw, "condition"), Role::Condition);
  write_block_and(s, s.field(raw, "body"), html, Role::Then);
  write_else_clauses(s, clauses);
  s.close();
}

// `foreach ($list as $key => $value)`: the value comes first in the source.
void shape_foreach(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body");
  std::vector<RawIndex> parts, html;
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "text_interpolation")) html.push_back(child);
    else if (child != body) parts.push_back(child);
  }
  s.open(Kind::ForEach, role, raw);
  if (parts.size() > 1) s.visit(parts[1], Role::Target);
  if (!parts.empty()) s.visit(parts[0], Role::Value);
  if (body != kNoRaw) write_block_and(s, body, html, Role::Body);
  s.close();
}

// `for (...): a(); b(); endfor;` has a body of several statements.
void shape_for(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> bodies;
  NodeId loop = s.open(Kind::For, role, raw);
  s.visit(s.field(raw, "initialize"), Role::Init);
  s.visit(s.field(raw, "condition"), Role::Condition);
  s.visit(s.field(raw, "update"), Role::Update);
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, "body") || s.is(child, "text_interpolation")) bodies.push_back(child);
  if (bodies.size() == 1) s.visit_block(bodies[0], Role::Body);
  if (bodies.size() > 1) {
    s.open(Kind::Block, Role::Body, ByteRange{s.raw(bodies.front()).begin, s.raw(bodies.back()).end});
    for (RawIndex body : bodies) s.visit(body, Role::Element);
    s.close();
  }
  s.complete_loop_header(loop);
  s.close();
}

}  // namespace sluice::php
