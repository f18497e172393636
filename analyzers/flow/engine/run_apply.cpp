// What the summary of a called function does here, and values out of other files.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

ValueRef Run::apply(const CallParts& parts, const Target& target, std::uint32_t detail, bool is_only) {
  Context context = context_for(parts, target);
  const Summary* summary = solver_.summary(target.function, context);
  if (!summary) return default_call(parts);
  ValueRef result = apply_summary(*summary, parts, target, detail);
  if (is_only) apply_answers(*summary, parts, target);
  // What is declared to be a number where it comes back.
  const NodeId callee = program_.graph_function(target.function).node;
  const Symbol declared = language_ == Language::Php && callee.valid() ? program_.declared_type(program_.file(program_.function(target.function).file), callee) : Symbol{};
  return is_number(declared) ? as_declared(result, declared) : result;
}

bool Run::is_of_self(const Objects& objects, ObjectId id) {
  while (objects[id].kind == Object::Kind::Part && objects[id].parent.valid()) id = objects[id].parent;
  return objects[id].kind == Object::Kind::Self;
}

// Whether the callee changes its receiver, and gets that as a copy.
bool Run::changes_copy(const Summary& summary, const Target& target, const std::function<ValueRef(std::uint32_t)>& argument) const {
  if (language_ != Language::Go) return false;
  return std::ranges::any_of(summary.things, [&](const auto& thing) { return is_of_self(summary.objects, thing.first) && gets_copy(target, thing.first, summary.objects, argument); });
}

ValueRef Run::apply_summary(const Summary& summary, const CallParts& parts, const Target& target, std::uint32_t detail) {
  const Function& callee = program_.graph_function(target.function);
  std::vector<std::optional<ValueRef>> arguments(callee.parameters.size() + 1);  // and a block
  Summary& from = const_cast<Summary&>(summary);  // the tables are only read
  Tables there{from.values, from.objects, from.contents};
  std::vector<std::pair<ObjectId, ObjectId>> made;  // of the summary, here
  Translation* translation = nullptr;
  std::unordered_map<std::uint32_t, std::vector<Taint>> data_of;  // by Input of the summary: what it holds here

  auto argument = [&](std::uint32_t number) {
    if (number >= arguments.size()) return kNothing;
    if (!arguments[number]) arguments[number] = argument_for(parts, target.function, number);
    return *arguments[number];
  };
  // Go: a method of a value works on a copy of it, which it may give back.
  const ValueRef self = changes_copy(summary, target, argument) ? copied(target.self, 0) : target.self;
  Translation::Rules rules;
  rules.object = [&](ObjectId id) -> ValueRef {
    const Object& object = summary.objects[id];
    switch (object.kind) {
      case Object::Kind::Parameter: return argument(object.number);
      case Object::Kind::Self: return self;
      case Object::Kind::Frame: {
        if (object.detail != 0) return object_value(objects_.add(object));  // variables that last
        if (object.number == id_.index) return object_value(frame_of(local_));
        // The variables around the function value that is called; those of this call, which the functions keep that it gives.
        bool is_inner = callee.outer.valid() && callee.outer.index != 0 && !program_.function(target.function).owner.valid();
        if (is_inner && target.closure.valid() && objects_[target.closure].parent.valid() && object.number == program_.global(program_.function(target.function).file, callee.outer).index)
          return object_value(objects_[target.closure].parent);
        if (object.number == target.function.index && program_.function(target.function).local.index != 0 && !file_.classes.contains(callee.node.index))
          return object_value(make(parts.step, (detail + 1) << 12 ^ (id.index + 1), {}, false));
        Object copy = object;
        return object_value(objects_.add(copy));
      }
      case Object::Kind::Part: {
        ValueRef holder = translation->object(object.parent);
        ValueRef out = kNothing;
        bool is_any = program_.text(object.key) == "[]";
        for (ObjectId each : std::vector(values_[holder].objects)) {
          bool is_list = contents_[state_.content_of(each)].is_list && program_.text(object.key).find_first_not_of("-0123456789") == std::string_view::npos;
          if (is_any) out = values_.unite(out, read_any(each, true));
          else if (is_list) out = values_.unite(out, read_element(object_value(each), known(Known::of(std::atoll(std::string(program_.text(object.key)).c_str())))));
          else if (objects_[each].type.valid() || objects_[each].kind == Object::Kind::Named || objects_[each].kind == Object::Kind::Class) out = values_.unite(out, read_field(object_value(each), object.key, nullptr, parts.step));
          else out = values_.unite(out, read(each, object.key));
        }
        if (values_[holder].is_unknown || values_[holder].objects.empty()) out = values_.unite(out, values_.unknown());
        return values_.with_taints(out, std::vector(values_[holder].taints));
      }
      case Object::Kind::Made: {
        ObjectId here = make(parts.step, (detail + 1) << 12 ^ (id.index + 1), object.type, object.is_opaque);
        objects_.edit(here).is_exact_type = object.is_exact_type;
        objects_.edit(here).is_cell = object.is_cell;
        objects_.edit(here).is_value = object.is_value;
        made.emplace_back(id, here);
        return object_value(here);
      }
      case Object::Kind::Closure: {
        Object copy = object;
        ValueRef frame = object.parent.valid() ? translation->object(object.parent) : kNothing;
        copy.parent = frame != kNothing && !values_[frame].objects.empty() ? values_[frame].objects[0] : ObjectId{};
        return object_value(objects_.add(copy));
      }
      default: return object_value(objects_.add(object));
    }
  };
  rules.taint = [&](const Taint& taint, std::vector<Taint>& out) {
    if (!taint.atom.is_input()) {
      Taint here = taint;
      here.trace = trace({}, parts.step, &summary, taint.trace);
      here.rank = next_rank(taint.rank, program_.place_of(id_), parts.step);
      out.push_back(here);
      return;
    }
    auto [known, is_new] = data_of.try_emplace(taint.atom.input().index);
    if (is_new) {
      std::vector<Taint> data;
      add_deep(translation->object(taint.atom.input()), data);
      drop_covered(data);
      known->second = std::move(data);
    }
    for (Taint each : known->second) {
      each.cleaned = program_.clean_sets().either(each.cleaned, taint.cleaned);
      if ((each.rank >> 24) < kLongestTrace) {
        each.trace = trace(each.trace, parts.step, &summary, taint.trace);
        each.rank = next_rank(each.rank, program_.place_of(id_), parts.step, taint.trace.valid() ? taint.rank : 0);
      }
      out.push_back(each);
    }
  };
  Translation into(there, tables(), std::move(rules));
  translation = &into;

  // What reaches sinks in there, before anything is changed.
  for (const Hit& inner : summary.hits) {
    Hit here{.sink = inner.sink, .taints = into.taints(inner.taints)};
    if (inner.value != kNothing) here.value = into.value(inner.value);
    hit(std::move(here));
  }
  // Calls that are known here. Those that are given things of the function come once these are there.
  auto is_late = [&](const PendingCall& call) {
    auto names_own = [&](ValueRef value) {
      return std::ranges::any_of(summary.values[value].objects, [&](ObjectId id) {
        return summary.objects[id].kind == Object::Kind::Made && std::ranges::none_of(summary.pending, [&](const PendingCall& each) { return each.result == id; });
      });
    };
    return names_own(call.receiver) || std::ranges::any_of(call.arguments, names_own);
  };
  auto here_of = [&](ValueRef value) { return into.value(value); };
  for (std::uint32_t i = 0; i < summary.pending.size(); ++i)
    if (!is_late(summary.pending[i])) into.preset(summary.pending[i].result, settle(summary.pending[i], parts, here_of, i));
  ValueRef result = into.value(summary.result);
  thrown_ = values_.unite(thrown_, into.value(summary.thrown));
  // All that is read from the state as it was, then all that is written.
  struct Written {
    ValueRef objects;
    ObjectId there;
    Content content;
  };
  std::vector<Written> written;
  std::vector<std::pair<ValueId, ValueRef>> outputs;
  Symbol output = program_.symbol("&");
  for (const auto& [object, content] : summary.things) {
    const Object& thing = summary.objects[object];
    if (thing.kind != Object::Kind::Parameter) continue;
    for (const auto& [key, value] : summary.contents[content].fields)
      if (key == output) outputs.emplace_back(argument_step(parts, target.function, thing.number), into.value(value));
  }
  for (const auto& [object, content] : summary.things) {
    bool is_input = summary.objects[object].is_input();
    if (std::ranges::any_of(summary.pending, [&](const PendingCall& each) { return each.result == object && !is_late(each); })) continue;
    if (is_input && (self == target.self || !is_of_self(summary.objects, object)) && gets_copy(target, object, summary.objects, argument)) continue;
    ValueRef here = into.object(object);
    if (values_[here].objects.empty()) continue;
    if (is_input) written.push_back({here, object, contents_[into.content(content)]});
    else if (!values_[here].objects.empty()) state_.set_content(values_[here].objects[0], into.content(content));
  }
  for (Written& each : written) {
    std::vector<ObjectId> objects = values_[each.objects].objects;
    bool is_one = objects.size() == 1 && !values_[each.objects].is_unknown;
    std::erase_if(each.content.fields, [&](const auto& field) { return field.first == output; });
    write_all(each.objects, each.content.fields);
    if (each.content.rest != kNothing) write_any(each.objects, each.content.rest, each.content.keys);
    if (each.content.is_list)
      change(each.objects, [&](Content& content, bool) {
        if (is_one) {
          content.is_list = true;
          content.elements = each.content.elements;
        } else {
          for (ValueRef element : each.content.elements) content.rest = values_.unite(content.rest, element);
        }
      });
    if (each.content.own != kNothing) taint_own(each.objects, std::vector(values_[each.content.own].taints));
  }
  for (const auto& [at, value] : outputs) write_place(at, value);
  for (std::uint32_t i = 0; i < summary.pending.size(); ++i)
    if (is_late(summary.pending[i])) settle(summary.pending[i], parts, here_of, i);
  Symbol declared = program_.declared_type(program_.file(program_.function(target.function).file), callee.node);
  if (declared.valid() && result != kNothing && !values_[result].type.valid()) result = with_type(result, declared);
  return result;
}

ValueRef Run::import_value(const Summary& summary, ValueRef value, ProgramFunctionId from) {
  Summary& source = const_cast<Summary&>(summary);  // the tables are only read
  Tables there{source.values, source.objects, source.contents};
  std::vector<std::pair<ObjectId, ObjectId>> made;
  Translation* translation = nullptr;
  Translation::Rules rules;
  rules.object = [&](ObjectId id) -> ValueRef {
    Object object = summary.objects[id];
    if (object.kind == Object::Kind::Frame) return object_value(objects_.add(object));
    if (object.is_input()) return values_.unknown();
    if (object.kind == Object::Kind::Made) {
      object.number = 0x80000000u | from.index;
      object.detail = id.index;
      ObjectId here = objects_.add(object);
      made.emplace_back(id, here);
      return object_value(here);
    }
    if (object.kind == Object::Kind::Closure && object.parent.valid()) {
      ValueRef frame = translation->object(object.parent);
      object.parent = values_[frame].objects.empty() ? ObjectId{} : values_[frame].objects[0];
    }
    return object_value(objects_.add(object));
  };
  rules.taint = [&](const Taint& taint, std::vector<Taint>& out) {
    if (taint.atom.is_input()) return;
    Taint here = taint;
    here.trace = trace({}, current_step_, &summary, taint.trace);
    here.rank = next_rank(taint.rank, program_.place_of(id_), current_step_);
    out.push_back(here);
  };
  Translation into(there, tables(), std::move(rules));
  translation = &into;
  ValueRef out = into.value(value);
  for (std::size_t i = 0; i < made.size(); ++i) {
    auto [id, here] = made[i];
    if (state_.content_of(here) != kPristine) continue;
    for (const auto& [object, content] : summary.things)
      if (object == id) state_.set_content(here, into.content(content));
  }
  return out;
}

}  // namespace sluice::flow
