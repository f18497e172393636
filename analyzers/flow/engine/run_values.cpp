// Single values, and the taints of values with all that is in them.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

// --- single values ---

ValueRef Run::known(const Known& what) {
  Value value;
  value.constants.push_back(program_.symbol(spell(what)));
  if (what.type == Known::Type::Text) value.type = text_type();
  return values_.add(std::move(value));
}

Symbol Run::text_type() {
  switch (language_) {
    case Language::Java: return program_.symbol("java.lang.String");
    case Language::CSharp: return program_.symbol("System.String");
    case Language::Python: return program_.symbol("str");
    case Language::Js: case Language::Ts: case Language::Tsx: case Language::Ruby: return program_.symbol("String");
    default: return {};
  }
}

std::optional<Known> Run::one_known(ValueRef ref) const {
  const Value& value = values_[ref];
  bool is_one = !value.is_unknown && value.objects.empty() && value.constants.size() == 1 && value.taints.empty();
  return is_one ? std::optional(parse_known(program_.text(value.constants[0]))) : std::nullopt;
}

std::optional<std::string> Run::key_of(ValueRef ref) const {
  const Value& value = values_[ref];
  // A constant of a library: its name tells it from others.
  bool is_named = !value.is_unknown && value.taints.empty() && value.objects.size() == 1 && value.constants.empty() && objects_[value.objects[0]].kind == Object::Kind::Named;
  if (is_named) return std::string(program_.text(objects_[value.objects[0]].key));
  if (value.is_unknown || !value.objects.empty() || value.constants.size() != 1) return std::nullopt;
  return key_text(parse_known(program_.text(value.constants[0])));
}

ValueRef Run::unknown_with(std::vector<Taint> taints, Symbol type) {
  Value value;
  value.taints = std::move(taints);
  value.is_unknown = true;
  value.type = type;
  return values_.add(std::move(value));
}

ValueRef Run::with_type(ValueRef ref, Symbol type, bool is_exact) {
  if (!type.valid() || ref == kNothing || values_[ref].type == type) return ref;
  for (ObjectId id : values_[ref].objects)
    if (Object& object = objects_.edit(id); !object.type.valid()) object.type = type;
  Value value = values_[ref];
  value.type = type;
  value.is_exact_type = is_exact;
  return values_.add(std::move(value));
}

ValueRef Run::object_value(ObjectId id) {
  Value value;
  value.objects.push_back(id);
  value.type = objects_[id].type;
  value.is_exact_type = objects_[id].is_exact_type;
  return values_.add(std::move(value));
}

// A parameter decides something here: callers that know what they give are worth another look.
void Run::note_wanted(ValueRef ref) {
  for (ObjectId id : values_[ref].objects)
    if (objects_[id].kind == Object::Kind::Parameter && objects_[id].number < 63) wants_ |= std::uint64_t{1} << objects_[id].number;
  for (const Taint& taint : values_[ref].taints)
    if (taint.atom.is_input() && objects_[taint.atom.input()].kind == Object::Kind::Parameter && objects_[taint.atom.input()].number < 63)
      wants_ |= std::uint64_t{1} << objects_[taint.atom.input()].number;
}

// --- taints ---

TraceRef Run::trace(TraceRef before, std::uint32_t step, const Summary* through, TraceRef inner) {
  traces_.push_back({before, id_, step, through, inner});
  return {static_cast<std::uint32_t>(traces_.size() - 1)};
}

Taint Run::source(Atom atom, std::uint32_t step) { return {atom, kUncleaned, trace({}, step), next_rank(kFirstRank, program_.place_of(id_), step)}; }

std::vector<Taint> Run::moved(std::vector<Taint> taints, Harms cleaned) {
  for (Taint& taint : taints) {
    taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, cleaned);
    bool is_same_place = taint.trace.valid() && traces_[taint.trace.index].step == current_step_ && traces_[taint.trace.index].function == id_;
    if (is_same_place || (taint.rank >> 24) >= kLongestTrace) continue;
    taint.trace = trace(taint.trace, current_step_);
    taint.rank = next_rank(taint.rank, program_.place_of(id_), current_step_);
  }
  return taints;
}

std::vector<Taint> Run::deep(std::initializer_list<ValueRef> list, Harms cleaned) {
  std::vector<Taint> out;
  for (ValueRef value : list) add_deep(value, out);
  drop_covered(out);
  return moved(std::move(out), cleaned);
}

// What is in a thing that a caller gives is told by the thing: `request` says all that `request.body` does.
void Run::drop_covered(std::vector<Taint>& taints) const {
  auto first = std::ranges::find_if(taints, [](const Taint& taint) { return taint.atom.is_input(); });
  if (taints.end() - first < 2) return;
  std::vector<std::uint32_t> whole;  // inputs that may be harmful in every way
  for (auto at = first; at != taints.end(); ++at)
    if (at->cleaned == kUncleaned) whole.push_back(at->atom.input().index);
  std::erase_if(taints, [&](const Taint& taint) {
    if (!taint.atom.is_input()) return false;
    for (ObjectId at = objects_[taint.atom.input()].parent; at.valid() && objects_[at].is_input(); at = objects_[at].parent)
      if (std::ranges::binary_search(whole, at.index)) return true;
    return false;
  });
}

void Run::add_deep(ValueRef ref, std::vector<Taint>& out) {
  const Value& value = values_[ref];
  if (!value.taints.empty()) unite_taints(out, value.taints, program_.clean_sets());
  if (value.objects.empty()) return;
  std::vector<ObjectId> seen;
  for (ObjectId id : std::vector(value.objects)) add_deep(id, out, seen);
}

void Run::add_deep(ObjectId id, std::vector<Taint>& out, std::vector<ObjectId>& seen) {
  constexpr std::size_t kMostThings = 40;
  if (seen.size() >= kMostThings || std::ranges::find(seen, id) != seen.end()) return;
  seen.push_back(id);
  const Object& object = objects_[id];
  if (object.kind == Object::Kind::Class || object.kind == Object::Kind::Closure || object.kind == Object::Kind::Named) return;
  if (object.is_input() && object.kind != Object::Kind::Frame) {
    Taint own{Atom::of_input(id), kUncleaned, {}, kFirstRank};
    unite_taints(out, {&own, 1}, program_.clean_sets());
  }
  ContentRef ref = state_.content_of(id);
  if (ref == kPristine) return;
  Content content = contents_[ref];
  // An Input's own parts are told by it.
  auto is_own_part = [&](ValueRef value) {
    const Value& what = values_[value];
    return object.is_input() && what.taints.empty() && what.objects.size() == 1 && objects_[what.objects[0]].parent == id;
  };
  auto add_value = [&](ValueRef value) {
    if (value == kNothing || is_own_part(value)) return;
    const Value& what = values_[value];
    if (!what.taints.empty()) unite_taints(out, what.taints, program_.clean_sets());
    for (ObjectId inner : std::vector(what.objects)) add_deep(inner, out, seen);
  };
  add_value(content.own);
  add_value(content.rest);
  add_value(content.keys);
  for (ValueRef element : content.elements) add_value(element);
  for (const auto& [key, field] : content.fields) add_value(field);
}

}  // namespace sluice::flow
