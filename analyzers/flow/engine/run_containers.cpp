// What library models say is done to the contents of a container.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

// One after the other, where several arguments are meant; a list that is given as them (`list...`) adds its elements.
void Run::add_to_list(const Slot& slot, const CallParts& parts, ValueRef list, ValueRef added) {
  const bool is_each = slot.base == SlotBase::Argument && slot.and_later && slot.path.empty() && parts.call &&
                       std::ranges::none_of(parts.call->arguments, [](const Argument& each) { return each.keyword.valid(); });
  if (!is_each) return append(list, added);
  for (std::size_t i = slot.number == Slot::kNoNumber ? 0 : slot.number; i < parts.arguments.size(); ++i) {
    if (!parts.call->arguments[i].is_spread) {
      append(list, parts.arguments[i]);
      continue;
    }
    for (ObjectId id : std::vector(values_[parts.arguments[i]].objects)) {
      const Content content = contents_[state_.content_of(id)];
      for (ValueRef element : content.elements) append(list, element);
      const bool is_open = objects_[id].is_input() || objects_[id].is_opaque || content.rest != kNothing || content.own != kNothing;
      if (is_open || !content.is_list) write_any(list, read_any(id, false));
    }
    if (values_[parts.arguments[i]].objects.empty()) write_any(list, unknown_with(deep({parts.arguments[i]})));
  }
}

void Run::container(const ModelContainer& op, const CallParts& parts, ValueRef& result) {
  ValueRef on = op.on.base == SlotBase::Return ? (result = result_object(parts, result, op.op == ContainerOp::ListAdd)) : slot_value(op.on, parts, result);
  ValueRef value = op.value ? slot_value(*op.value, parts, result) : kNothing;
  if (language_ == Language::Ruby && value == kNothing && op.op == ContainerOp::AddAll) value = map_of_keywords(parts, {});
  ValueRef key = kNothing;
  bool is_first = !op.keys.empty() && op.keys[0].base == SlotBase::First, is_last = !op.keys.empty() && op.keys[0].base == SlotBase::Last;
  if (op.keys.size() == 1) key = slot_value(op.keys[0], parts, result);
  if (op.keys.size() > 1) {
    std::string all;
    bool is_known = true;
    for (const Slot& each : op.keys) {
      std::optional<std::string> one = key_of(slot_value(each, parts, result));
      is_known &= one.has_value();
      if (one) all += *one + '\x1f';
    }
    key = is_known ? known(Known::of(all)) : values_.unknown();
  }
  ValueRef out = kNothing;
  auto remove_at = [&](Content& content, std::int64_t at) {
    bool is_there = at >= 0 && at < static_cast<std::int64_t>(content.elements.size());
    if (is_there) content.elements.erase(content.elements.begin() + at);
  };
  auto forget_places = [&](Content& content) {
    for (ValueRef element : content.elements) content.rest = values_.unite(content.rest, element);
    content.elements.clear();
    content.is_list = false;
  };
  std::optional<Known> place = is_first ? std::optional(Known::of(std::int64_t{0})) : one_known(key);
  bool has_place = place && place->type == Known::Type::Whole;
  auto index_in = [&](const Content& content) -> std::optional<std::int64_t> {
    if (is_last) return static_cast<std::int64_t>(content.elements.size()) - 1;
    return has_place ? std::optional(place->whole) : std::nullopt;
  };
  switch (op.op) {
    case ContainerOp::MapPut: write_element(on, key, value); break;
    case ContainerOp::MapGet: case ContainerOp::MapRemove: {
      out = values_[on].objects.empty() ? unknown_with(deep({on})) : read_element(on, key);
      bool may_be_missing = out == kNothing || values_[out].is_unknown || !std::ranges::none_of(values_[out].objects, [&](ObjectId id) { return objects_[id].is_input(); });
      if (value != kNothing && may_be_missing) out = values_.unite(out, value);
      if (op.op == ContainerOp::MapRemove)
        if (std::optional<std::string> name = key_of(key))
          for (ObjectId id : std::vector(values_[on].objects)) write(object_value(id), program_.symbol(*name), kNothing);
      break;
    }
    case ContainerOp::Keys: {
      out = object_value(make(parts.step, 0xc00, {}, false));
      ValueRef keys = kNothing;
      for (ObjectId id : std::vector(values_[on].objects)) {
        keys = values_.unite(keys, contents_[state_.content_of(id)].keys);
        if (objects_[id].is_input() || objects_[id].is_opaque) keys = values_.unite(keys, unknown_with(deep({object_value(id)})));
      }
      write_any(out, values_.with_taints(keys, std::vector(values_[on].taints)));
      break;
    }
    case ContainerOp::Values: {
      out = object_value(make(parts.step, 0xc01, {}, false));
      for (ObjectId id : std::vector(values_[on].objects)) write_any(out, read_any(id, true));
      out = values_.with_taints(out, std::vector(values_[on].taints));
      break;
    }
    case ContainerOp::ListAdd: add_to_list(*op.value, parts, on, value); break;
    case ContainerOp::ListInsert:
      change(on, [&](Content& content, bool is_strong) {
        std::optional<std::int64_t> at = index_in(content);
        bool is_there = content.is_list && is_strong && at && *at >= 0 && *at <= static_cast<std::int64_t>(content.elements.size());
        if (is_there) {
          content.elements.insert(content.elements.begin() + *at, value);
        } else {
          forget_places(content);
          content.rest = values_.unite(content.rest, value);
        }
      });
      break;
    case ContainerOp::ListSet: write_element(on, key, value); break;
    case ContainerOp::ListGet:
      if (is_last) {
        for (ObjectId id : std::vector(values_[on].objects)) {
          Content content = contents_[state_.content_of(id)];
          out = values_.unite(out, content.is_list && !content.elements.empty() ? content.elements.back() : read_any(id, false));
        }
        if (values_[on].objects.empty()) out = unknown_with(deep({on}));
      } else {
        out = values_[on].objects.empty() ? unknown_with(deep({on})) : read_element(on, is_first ? known(*place) : key);
      }
      break;
    case ContainerOp::ListRemove:
      for (ObjectId id : std::vector(values_[on].objects)) {
        Content content = contents_[state_.content_of(id)];
        std::optional<std::int64_t> at = index_in(content);
        bool is_there = content.is_list && at && *at >= 0 && *at < static_cast<std::int64_t>(content.elements.size());
        out = values_.unite(out, is_there ? content.elements[static_cast<std::size_t>(*at)] : read_any(id, false));
      }
      change(on, [&](Content& content, bool is_strong) {
        std::optional<std::int64_t> at = index_in(content);
        if (content.is_list && is_strong && at) remove_at(content, *at);
        else forget_places(content);
      });
      break;
    case ContainerOp::RemoveValue:
      change(on, [&](Content& content, bool is_strong) {
        auto same = std::ranges::find_if(content.elements, [&](ValueRef element) { return element == value && one_known(element).has_value(); });
        bool is_sure = std::all_of(content.elements.begin(), same, [&](ValueRef element) { return one_known(element).has_value(); });
        if (content.is_list && is_strong && same != content.elements.end() && is_sure) content.elements.erase(same);
        else forget_places(content);
      });
      break;
    case ContainerOp::AddAll:
      for (ObjectId id : std::vector(values_[value].objects)) {
        Content content = contents_[state_.content_of(id)];
        for (ValueRef element : content.elements) append(on, element);
        for (const auto& [name, field] : content.fields) write(on, name, field);
        if (content.keys != kNothing) change(on, [&](Content& into, bool) { into.keys = values_.unite(into.keys, content.keys); });
        bool is_open = objects_[id].is_input() || objects_[id].is_opaque || content.rest != kNothing;
        if (is_open && !content.is_list) write_any(on, read_any(id, false));
      }
      taint_own(on, std::vector(values_[value].taints));
      // A thing that nobody knows what is in: what was put there comes back with it.
      if (values_[on].objects.empty() || values_[on].is_unknown || std::ranges::any_of(values_[on].objects, [&](ObjectId id) { return objects_[id].kind == Object::Kind::Named; }))
        if (std::vector<Taint> taints = deep({value}); !taints.empty()) out = unknown_with(std::move(taints));
      break;
    case ContainerOp::Copy: {
      out = object_value(make(parts.step, 0xc02, values_[on].type, false, true));
      for (ObjectId id : std::vector(values_[on].objects)) {
        Content content = contents_[state_.content_of(id)];
        if (values_[on].objects.size() == 1 && !objects_[id].is_input()) {
          change(out, [&](Content& into, bool) { into = content; });
        } else {
          write_any(out, read_any(id, true));
        }
      }
      out = values_.with_taints(out, std::vector(values_[on].taints));
      break;
    }
    case ContainerOp::Clear:
      // A text that is a value.
      if (values_[on].objects.empty() && op.on.base == SlotBase::Receiver && op.on.path.empty()) write_place(parts.receiver_step, values_.unknown());
      change(on, [&](Content& content, bool is_strong) {
        if (!is_strong) return;
        bool was_list = content.is_list || content.fields.empty();
        content = {};
        content.is_list = was_list;
      });
      break;
    case ContainerOp::Iterate: {
      out = object_value(make(parts.step, 0xc03, {}, false));
      for (ObjectId id : std::vector(values_[on].objects)) write_any(out, read_any(id, true));
      out = values_.with_taints(out, std::vector(values_[on].taints));
      if (values_[on].objects.empty()) write_any(out, values_.unknown());
      break;
    }
    case ContainerOp::Reorder:
      change(on, [&](Content& content, bool) { forget_places(content); });
      break;
    case ContainerOp::Concat: out = concatenated(op, parts, on, result); break;
    case ContainerOp::Slice: out = slice(op, parts, on, result); break;
    case ContainerOp::Splice: out = spliced(op, parts, on, result); break;
    case ContainerOp::Entries: out = entries(on); break;
    case ContainerOp::PutPairs: put_pairs(on, value); break;
  }
  if (out != kNothing) result = values_.unite(result, out);
}

}  // namespace sluice::flow
