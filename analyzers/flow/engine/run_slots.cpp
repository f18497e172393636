// Which value of a call a slot of a library model names, read and written.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

ValueRef Run::slot_base(const Slot& slot, const CallParts& parts, ValueRef result) {
  switch (slot.base) {
    case SlotBase::Receiver: return parts.receiver;
    case SlotBase::Return: return result;
    case SlotBase::Assigned: return parts.assigned;
    case SlotBase::Parameter: {
      auto given = parameter_values_.find(slot.number);
      return given == parameter_values_.end() ? kNothing : given->second;
    }
    case SlotBase::Call: return kNothing;
    case SlotBase::First: return known(Known::of(std::int64_t{0}));
    case SlotBase::Last: return kNothing;
    case SlotBase::Argument: break;
  }
  const std::vector<ValueRef>& values = parts.call ? parts.arguments : parts.plain_arguments;
  ValueRef out = kNothing;
  std::uint16_t place = 0;
  std::size_t last = values.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    bool is_named = parts.call && parts.call->arguments[i].keyword.valid();
    if (is_named) {
      std::string_view keyword = text(parts.call->arguments[i].keyword);
      if (keyword == slot.keyword || slot.keyword == "*") out = values_.unite(out, values[i]);
      continue;
    }
    bool is_spread = parts.call && parts.call->arguments[i].is_spread;
    bool is_meant = slot.number == place || (slot.and_later && slot.number != Slot::kNoNumber && place >= slot.number) || (is_spread && slot.number != Slot::kNoNumber);
    if (is_meant && slot.number != Slot::kLast) {
      out = values_.unite(out, values[i]);
      if (is_spread)
        for (ObjectId id : std::vector(values_[values[i]].objects)) out = values_.unite(out, read_any(id, true));
    }
    last = i;
    ++place;
  }
  if (slot.number == Slot::kLast && last < values.size()) out = values[last];
  return out;
}

// Of C: a variable, or what is pointed to, that is declared as a number.
bool Run::is_number_place(ValueId at) const {
  if (language_ != Language::C && language_ != Language::Cpp) return false;
  const Step* step = at.valid() ? &function_.steps[at.index] : nullptr;
  if (step && step->op == Op::Unary && text(step->name) == "&") step = &function_.steps[operand_id(*step, 0).index];
  if (!step || step->op != Op::Load) return false;
  const NodeId name = file_.graph->variables[step->variable.index].declaration;
  const NodeId around = name.valid() ? file_.unit->parent(name) : NodeId{};
  const NodeId type = around.valid() ? file_.unit->child(around, Role::Type) : NodeId{};
  if (!type.valid()) return false;
  const std::string_view code = file_.unit->code(type);
  if (code.find("char") != std::string_view::npos || code.find('*') != std::string_view::npos) return false;
  static constexpr std::string_view kNumbers[] = {"int", "long", "short", "unsigned", "size_t", "ssize_t", "float", "double", "bool", "DWORD", "WORD", "UINT", "LONG", "off_t"};
  return std::ranges::any_of(kNumbers, [&](std::string_view word) { return code.find(word) != std::string_view::npos; }) && code.find('<') == std::string_view::npos;
}

ValueRef Run::step_into(ValueRef value, const SlotStep& step) {
  Value what = values_[value];
  ValueRef out = kNothing;
  for (ObjectId id : what.objects) {
    switch (step.kind) {
      case SlotStep::Kind::Element: out = values_.unite(out, read_any(id, false)); break;
      case SlotStep::Kind::Value: out = values_.unite(out, read_any(id, true)); break;
      case SlotStep::Kind::First: out = values_.unite(out, read_element(object_value(id), known(Known::of(std::int64_t{0})))); break;
      case SlotStep::Kind::Key: {
        Content content = contents_[state_.content_of(id)];
        out = values_.unite(out, content.keys);
        if (objects_[id].is_input()) out = values_.unite(out, unknown_with(deep({object_value(id)})));
        break;
      }
      case SlotStep::Kind::Field: out = values_.unite(out, read(id, program_.symbol(step.name))); break;
      case SlotStep::Kind::Parameter: case SlotStep::Kind::Result: break;
    }
  }
  return values_.with_taints(out, moved(what.taints));
}

ValueRef Run::slot_value(const Slot& slot, const CallParts& parts, ValueRef result) {
  ValueRef value = slot_base(slot, parts, result);
  for (const SlotStep& step : slot.path) value = step_into(value, step);
  return value;
}

// What is returned, as a thing that can hold something.
ValueRef Run::result_object(const CallParts& parts, ValueRef result) {
  if (!values_[result].objects.empty()) return result;
  ObjectId made = make(parts.step, 0x800, values_[result].type, false);
  return values_.unite(result, object_value(made));
}

void Run::slot_write(const Slot& slot, const CallParts& parts, ValueRef& result, ValueRef value) {
  if (slot.base == SlotBase::Return) {
    if (slot.number > 0 && slot.path.empty()) return;
    if (slot.path.empty()) {
      result = values_.unite(result, value);
      return;
    }
    result = result_object(parts, result);
  }
  ValueRef target = slot_base(slot, parts, result);
  if (slot.base == SlotBase::Parameter) {
    ValueRef& given = parameter_values_[slot.number];
    if (slot.path.empty()) {
      given = values_.unite(given, value);
      return;
    }
    if (values_[given].objects.empty()) given = values_.unite(given, object_value(make(0, 0x900 + slot.number, values_[given].type, true)));
    target = given;
  }
  for (std::size_t i = 0; i + 1 < slot.path.size(); ++i) {
    ValueRef next = step_into(target, slot.path[i]);
    if (values_[next].objects.empty()) {
      // A container in a container: made where something is put into it.
      next = object_value(make(parts.step, 0xa00 + static_cast<std::uint32_t>(i), {}, false));
      if (slot.path[i].kind == SlotStep::Kind::Field) write(target, program_.symbol(slot.path[i].name), next);
      else write_any(target, next);
    }
    target = next;
  }
  if (slot.path.empty()) {
    // The thing as a whole: a builder, a stream. A plain value that is written to is a variable.
    std::vector<Taint> taints = deep({value});
    bool is_argument = slot.base == SlotBase::Argument && slot.number < parts.arguments.size() && parts.call;
    // `scanf("%d", &n)`, `std::cin >> n`
    if (is_argument && is_number_place(parts.call->arguments[slot.number].value))
      for (Taint& taint : taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, kAllHarms & ~kHarmsOfNumbers);
    taint_own(target, taints);
    ValueId at = slot.base == SlotBase::Receiver ? parts.receiver_step : is_argument ? parts.call->arguments[slot.number].value : ValueId{};
    if (values_[target].objects.empty() || values_[target].is_unknown) write_place(at, values_.with_taints(target, taints));
    return;
  }
  const SlotStep& last = slot.path.back();
  switch (last.kind) {
    case SlotStep::Kind::Field: write(target, program_.symbol(last.name), value); break;
    case SlotStep::Kind::Key:
      change(target, [&](Content& content, bool) { content.keys = values_.unite(content.keys, value); });
      break;
    case SlotStep::Kind::Parameter: case SlotStep::Kind::Result: break;
    default: write_any(target, value);
  }
}

}  // namespace sluice::flow
