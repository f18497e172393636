// What library models say of lists as a whole: parts of them, one behind another, pairs of keys and values.
#include <algorithm>

#include "analyzers/flow/engine/run.h"

namespace sluice::flow {
namespace {

constexpr std::uint32_t kConcatDetail = 0xc10, kSpliceDetail = 0xc11, kEntriesDetail = 0xc12, kEntryDetail = 0xc20;
constexpr std::uint32_t kMostEntries = 32;  // each is a thing of its own

}  // namespace

// The values of a slot one by one: `arg*` may be several.
std::vector<ValueRef> Run::each_of(const Slot& slot, const CallParts& parts, ValueRef result) {
  const bool is_list = slot.base == SlotBase::Argument && slot.path.empty() && parts.call && std::ranges::none_of(parts.call->arguments, [](const Argument& each) { return each.is_spread || each.keyword.valid(); });
  if (!is_list || !slot.and_later) return {slot_value(slot, parts, result)};
  std::vector<ValueRef> values;
  for (std::size_t i = slot.number == Slot::kNoNumber ? 0 : slot.number; i < parts.arguments.size(); ++i) values.push_back(parts.arguments[i]);
  return values;
}

// What is in a list, put behind another; what is no list as it is.
void Run::append_contents(ValueRef list, ValueRef more) {
  const Value what = values_[more];
  for (ObjectId id : what.objects) {
    const Content content = contents_[state_.content_of(id)];
    const bool is_known = content.is_list && content.rest == kNothing && content.own == kNothing && what.objects.size() == 1;
    if (is_known) {
      for (ValueRef element : content.elements) append(list, element);
    } else if (content.is_list || objects_[id].is_input() || objects_[id].is_opaque || content.rest != kNothing) {
      write_any(list, read_any(id, true));
    } else {
      append(list, object_value(id));
    }
  }
  const bool is_plain = what.objects.empty() || what.is_unknown || !what.constants.empty();
  if (is_plain) {
    Value rest = what;
    rest.objects.clear();
    append(list, values_.add(std::move(rest)));
  }
  if (!what.objects.empty()) taint_own(list, what.taints);
}

ValueRef Run::concatenated(const ModelContainer& op, const CallParts& parts, ValueRef on, ValueRef result) {
  ValueRef made = object_value(make(parts.step, kConcatDetail, values_[on].type, false, true));
  append_contents(made, on);
  if (op.value)
    for (ValueRef each : each_of(*op.value, parts, result)) append_contents(made, each);
  return made;
}

// Where a slice begins or ends: a number, what is said when there is none, or nothing that is known.
std::optional<std::int64_t> Run::place_at(const ModelContainer& op, std::size_t number, const CallParts& parts, ValueRef result, std::int64_t without) {
  if (number >= op.keys.size()) return without;
  const ValueRef value = slot_value(op.keys[number], parts, result);
  if (value == kNothing) return without;
  const std::optional<Known> known = one_known(value);
  if (!known) note_wanted(value);
  return known && known->type == Known::Type::Whole ? std::optional(known->whole) : std::nullopt;
}

ValueRef Run::slice(const ModelContainer& op, const CallParts& parts, ValueRef on, ValueRef result) {
  const std::optional<std::int64_t> begin = place_at(op, 0, parts, result, 0), end = place_at(op, 1, parts, result, INT64_MAX);
  if (begin && end)
    if (ValueRef part = part_of_list(on, *begin, *end); part != on) return part;
  ValueRef made = object_value(make(parts.step, kConcatDetail, values_[on].type, false));
  for (ObjectId id : std::vector(values_[on].objects)) write_any(made, read_any(id, true));
  if (values_[on].objects.empty()) return unknown_with(deep({on}), values_[on].type);
  return values_.with_taints(made, std::vector(values_[on].taints));
}

// Values that are given besides are put there instead.
ValueRef Run::spliced(const ModelContainer& op, const CallParts& parts, ValueRef on, ValueRef result) {
  const std::optional<std::int64_t> first = place_at(op, 0, parts, result, 0), count = place_at(op, 1, parts, result, INT64_MAX);
  std::vector<ValueRef> put;
  if (op.value) put = each_of(*op.value, parts, result);
  std::erase(put, kNothing);
  ValueRef taken = object_value(make(parts.step, kSpliceDetail, values_[on].type, false, true));
  std::vector<ValueRef> out;
  bool is_known = first && count;
  change(on, [&](Content& content, bool is_strong) {
    const std::int64_t size = static_cast<std::int64_t>(content.elements.size());
    is_known &= content.is_list && is_strong && content.rest == kNothing;
    if (is_known) {
      const std::int64_t begin = std::clamp<std::int64_t>(*first < 0 ? *first + size : *first, 0, size), end = begin + std::clamp<std::int64_t>(*count, 0, size - begin);
      out.assign(content.elements.begin() + begin, content.elements.begin() + end);
      content.elements.erase(content.elements.begin() + begin, content.elements.begin() + end);
      content.elements.insert(content.elements.begin() + begin, put.begin(), put.end());
      return;
    }
    for (ValueRef element : content.elements) content.rest = values_.unite(content.rest, element);
    for (ValueRef element : put) content.rest = values_.unite(content.rest, element);
    content.elements.clear();
    content.is_list = false;
  });
  for (ValueRef each : out) append(taken, each);
  if (!is_known)
    for (ObjectId id : std::vector(values_[on].objects)) write_any(taken, read_any(id, false));
  return taken;
}

// `[["a", 1], ["b", 2]]` of `{a: 1, b: 2}`.
ValueRef Run::entries(ValueRef on) {
  ValueRef list = object_value(make(current_step_, kEntriesDetail, {}, false, true));
  std::uint32_t number = 0;
  auto pair = [&](ValueRef key, ValueRef value) {
    ValueRef made = object_value(make(current_step_, kEntryDetail + number++, {}, false, true));
    append(made, key);
    append(made, value);
    return made;
  };
  for (ObjectId id : std::vector(values_[on].objects)) {
    const Content content = contents_[state_.content_of(id)];
    const bool is_open = objects_[id].is_input() || objects_[id].is_opaque;
    ValueRef keys = values_.unite(content.keys, is_open ? unknown_with(deep({object_value(id)})) : values_.unknown()), values = content.rest;
    for (const auto& [key, field] : content.fields) {
      if (number < kMostEntries) append(list, pair(known(Known::of(std::string(program_.text(key)))), field));
      else values = values_.unite(values, field);
    }
    for (ValueRef element : content.elements) values = values_.unite(values, element);
    if (is_open) values = values_.unite(values, read_any(id, true));
    if (content.own != kNothing) values = values_.with_taints(values, std::vector(values_[content.own].taints));
    if (values != kNothing) write_any(list, pair(keys, values));
  }
  if (values_[on].objects.empty()) {
    ValueRef data = unknown_with(deep({on}));
    write_any(list, pair(data, data));
  }
  return values_.with_taints(list, std::vector(values_[on].taints));
}

void Run::put_pairs(ValueRef on, ValueRef pairs) {
  auto put = [&](ValueRef pair) {
    for (ObjectId id : std::vector(values_[pair].objects)) {
      const ValueRef each = object_value(id);
      write_element(on, read_element(each, known(Known::of(std::int64_t{0}))), read_element(each, known(Known::of(std::int64_t{1}))));
    }
  };
  for (ObjectId id : std::vector(values_[pairs].objects)) {
    const Content content = contents_[state_.content_of(id)];
    for (ValueRef element : content.elements) put(element);
    if (!content.is_list) put(read_any(id, true));
    // Another map.
    if (content.elements.empty())
      for (const auto& [key, field] : content.fields)
        if (values_[field].objects.empty() || !contents_[state_.content_of(values_[field].objects[0])].is_list) write(on, key, field);
  }
  const std::vector<Taint> whole = values_[pairs].taints;
  if (whole.empty()) return;
  write_any(on, unknown_with(moved(std::vector(whole))), unknown_with(moved(std::vector(whole))));
}

}  // namespace sluice::flow
