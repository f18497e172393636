// Parts of lists and texts: `x[1:n]`.
#include <algorithm>
#include <charconv>

#include "analyzers/flow/engine/run.h"

namespace sluice::flow {

// `list[begin:end]`, a list of its own; what is no list whose places are known stays as it is.
ValueRef Run::part_of_list(ValueRef list, std::int64_t begin, std::int64_t end) {
  const Value what = values_[list];
  if (what.is_unknown || what.objects.size() != 1) return list;
  Content content = contents_[state_.content_of(what.objects[0])];
  bool is_known = objects_[what.objects[0]].kind == Object::Kind::Made && content.is_list && content.rest == kNothing && content.own == kNothing;
  if (!is_known) return list;
  std::int64_t size = static_cast<std::int64_t>(content.elements.size());
  if (begin < 0) begin += size;
  if (end < 0) end += size;
  begin = std::clamp<std::int64_t>(begin, 0, size), end = std::clamp<std::int64_t>(end, begin, size);
  content.elements = std::vector(content.elements.begin() + begin, content.elements.begin() + end);
  ObjectId made = make(current_step_, 0xd80, what.type, false, true);
  state_.set_content(made, contents_.add(std::move(content)));
  return values_.with_taints(object_value(made), std::vector(what.taints));
}

// `list[1:n]` of Go. What is not known to be a list with places stays one thing: both share their elements.
std::optional<ValueRef> Run::sliced_list(const Step& step, const Step& bounds) {
  if (language_ != Language::Go || bounds.op != Op::Unknown || text(bounds.name) != ":") return std::nullopt;
  ValueRef list = operand(step, 0);
  if (!values_[list].constants.empty()) return unknown_with(deep({list}), values_[list].type);
  std::optional<Known> begin = one_known(operand(bounds, 0)), end = bounds.count > 1 ? one_known(operand(bounds, 1)) : std::optional(Known::of(INT64_MAX));
  const bool is_known = begin && end && begin->type == Known::Type::Whole && end->type == Known::Type::Whole;
  return is_known ? part_of_list(list, begin->whole, end->whole) : list;
}

// `list[1:]` of Python: the part of it; nothing where the index is no slice with known ends.
std::optional<ValueRef> Run::sliced(const Step& step) {
  const Step& index = function_.steps[operand_id(step, 1).index];
  if (std::optional<ValueRef> part = sliced_list(step, index)) return part;
  bool is_slice = language_ == Language::Python && index.op == Op::Unknown && index.node.valid();
  if (!is_slice) return std::nullopt;
  std::string_view code = file_.unit->code(index.node);
  std::size_t colon = code.find(':');
  if (colon == std::string_view::npos || code.find(':', colon + 1) != std::string_view::npos) return std::nullopt;
  auto number = [](std::string_view text, std::int64_t without) -> std::optional<std::int64_t> {
    std::int64_t value = without;
    if (text.empty()) return value;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
  };
  std::optional<std::int64_t> begin = number(code.substr(0, colon), 0), end = number(code.substr(colon + 1), INT64_MAX);
  if (!begin || !end) return std::nullopt;
  ValueRef list = operand(step, 0), part = part_of_list(list, *begin, *end);
  return part == list ? std::nullopt : std::optional(part);
}

}  // namespace sluice::flow
