// Code that a framework calls: what its parameters hold, and what becomes of what it gives back.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"
#include "base/text.h"

namespace sluice::flow {

// Of a parameter's type: no text of a stranger's fits into it.
bool Run::is_number(Symbol type) {
  if (!type.valid()) return false;
  std::string dotted = with_dots(program_.text(type));
  std::string_view word = last_part(dotted);
  if (word.ends_with('?')) word.remove_suffix(1);
  static constexpr std::string_view kNumbers[] = {"int", "long", "short", "byte", "sbyte", "uint", "ulong", "ushort", "double", "float", "decimal", "bool", "boolean", "Integer", "Long", "Short", "Byte", "Double", "Float", "Boolean",
                                                  "BigInteger", "BigDecimal", "UUID", "Guid", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "LocalDate", "LocalDateTime", "Instant", "Int16", "Int32", "Int64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "number", "bigint", "Decimal", "integer"};
  if (std::ranges::find(kNumbers, word) != std::end(kNumbers)) return true;
  // A constant of an enum of the program.
  return std::ranges::any_of(classes(type), [&](ClassId id) {
    const ProgramClass& of = program_.class_of(id);
    const Unit& unit = *program_.file(of.file).unit;
    NodeId node = program_.graph_function(of.body).node;
    return unit.node(node).text.valid() && unit.text(node) == "enum";
  });
}

// `<int:id>` of Flask and Django.
bool Run::is_number_in_route(std::string_view route, const Parameter& parameter) const {
  std::string_view name = text(parameter.name);
  for (std::string_view converter : {"<int:", "<float:", "<uuid:"}) {
    std::size_t at = name.empty() ? std::string_view::npos : route.find(std::string(converter) + std::string(name) + ">");
    if (at != std::string_view::npos) return true;
  }
  return false;
}

void Run::entry_point() {
  if (!function_.has_body) return;
  for (const FoundEntry& found : solver_.entry_points(id_)) {
    CallParts parts{.arguments = {}, .plain_arguments = {}};
    for (std::uint32_t i = 0; i < function_.parameters.size(); ++i) parameter_values_.try_emplace(i, kNothing);
    ValueRef result = kNothing;
    std::uint32_t first = found.first_parameter;
    route_ = found.route;
    auto shifted = [&](Slot slot) {
      if (slot.base == SlotBase::Parameter) slot.number = static_cast<std::uint16_t>(slot.number + first);
      return slot;
    };
    auto each_parameter = [&](const Slot& slot, auto&& use) {
      if (slot.base != SlotBase::Parameter) return;
      if (!slot.and_later) return use(shifted(slot));
      for (std::uint32_t i = 0; i < function_.parameters.size(); ++i) {
        Slot one = slot;
        one.and_later = false;
        one.number = static_cast<std::uint16_t>(i);
        use(one);
      }
    };
    for (const ModelType& type : found.entry->effects.types)
      each_parameter(type.at, [&](const Slot& slot) { slot_write(slot, parts, result, with_type(object_value(make(0, 0x900 + slot.number, program_.symbol(type.type), true)), program_.symbol(type.type))); });
    for (const ModelSource& each : found.entry->effects.sources)
      each_parameter(each.at, [&](const Slot& slot) {
        bool is_declared = slot.path.empty() && slot.number < function_.parameters.size() && function_.parameters[slot.number].node.valid();
        bool is_of_number = is_declared && (is_number(program_.declared_type(file_, function_.parameters[slot.number].node)) || is_number_in_route(found.route_text, function_.parameters[slot.number]));
        // A thing of a class is given by the program itself: a service, the request.
        if (language_ == Language::Php && is_declared)
          if (std::string_view type = program_.text(program_.declared_type(file_, function_.parameters[slot.number].node)); !type.empty() && std::isupper(static_cast<unsigned char>(type[type.find_last_of('\\') == std::string_view::npos ? 0 : type.find_last_of('\\') + 1]))) return;
        std::uint32_t step = 0;
        for (std::uint32_t i = 0; i < function_.steps.size(); ++i)
          if (function_.steps[i].op == Op::Parameter && function_.steps[i].number == slot.number) step = i;
        Taint taint = source(Atom::of_model(id_, step, each.origin), step);
        if (is_of_number) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, kAllHarms & ~kHarmsOfNumbers);
        slot_write(slot, parts, result, unknown_with({taint}));
      });
    entry_effects_.push_back(&found.entry->effects);
  }
}

// What is returned to a framework may be a page.
void Run::leave_entry_point(std::uint32_t step) {
  for (const ModelEffects* effects : entry_effects_)
    for (const ModelSink& sink : effects->sinks)
      if (sink.at.base == SlotBase::Return) ask_sink(sink, {.step = step, .arguments = {}, .plain_arguments = {}}, at_[step]);
  for (const ModelEffects* effects : entry_effects_)
    for (const ModelRender& each : effects->renders)
      if (each.page) render(each, {.step = step, .arguments = {}, .plain_arguments = {}}, at_[step]);
}

// A framework that makes the page that is called as its action, when that is done.
void Run::render_at_end() {
  for (const ModelEffects* effects : entry_effects_)
    for (const ModelRender& each : effects->renders)
      if (!each.page) render(each, {.step = current_step_, .arguments = {}, .plain_arguments = {}}, kNothing);
}

}  // namespace sluice::flow
