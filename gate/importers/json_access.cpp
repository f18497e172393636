#include "gate/importers/json_access.h"

#include "gate/json_scan.h"

namespace sluice::gate {

JsonPlace JsonPlace::root_of(const ReportDocument& document) {
  return {document.file(), document.text(), "", &document.json_outline()};
}

JsonPlace JsonPlace::operator/(std::string_view key) const {
  return {file, text, fmt::format("{}/{}", pointer, key), outline};
}

JsonPlace JsonPlace::operator/(std::size_t index) const {
  return {file, text, fmt::format("{}/{}", pointer, index), outline};
}

std::unexpected<Errors> fail_at(const JsonPlace& place, std::string_view code, std::string_view message) {
  return fail(place_of_pointer(place.file, place.text, place.pointer), code,
              fmt::format("`{}`: {}", place.pointer.empty() ? "/" : place.pointer, message));
}

const Json* find_member(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

const Json* find_path(const Json& object, std::initializer_list<std::string_view> keys) {
  const Json* value = &object;
  for (std::string_view key : keys)
    if (value) value = find_member(*value, key);
  return value;
}

std::string text_of(const Json* value) {
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  return value->is_number() || value->is_boolean() ? value->dump() : std::string();
}

std::string text_of(const Json& object, std::string_view key) { return text_of(find_member(object, key)); }

std::string text_at(const Json& object, std::initializer_list<std::string_view> keys) {
  return text_of(find_path(object, keys));
}

std::optional<std::uint32_t> number_of(const Json& object, std::string_view key) {
  const Json* value = find_member(object, key);
  if (!value || !value->is_number_unsigned() || value->get<std::uint64_t>() > UINT32_MAX) return std::nullopt;
  return value->get<std::uint32_t>();
}

Result<void> for_each_object_in(const Json& array, const JsonPlace& place, const VisitObject& visit) {
  if (!array.is_array()) return fail_at(place, "import-wrong-type", "expected an array");
  auto visit_element = [&](const Json& element, JsonPlace element_place) -> Result<void> {
    if (!element.is_object()) return fail_at(element_place, "import-wrong-type", "expected an object");
    return visit(element, element_place);
  };
  if (place.outline)
    if (auto items = place.outline->items.find(place.pointer); items != place.outline->items.end())
      return for_each_item(place.text, items->second, [&](const Json& item, std::size_t index) {
        JsonPlace element_place = place / index;
        element_place.outline = nullptr;
        return visit_element(item, std::move(element_place));
      });
  for (std::size_t index = 0; index < array.size(); ++index) SLUICE_CHECK(visit_element(array[index], place / index));
  return {};
}

Result<void> for_each_object(const Json& object, std::string_view key, const JsonPlace& place,
                             const VisitObject& visit) {
  const Json* member = find_member(object, key);
  return member ? for_each_object_in(*member, place / key, visit) : Result<void>();
}

Result<std::vector<const Json*>> objects_of(const Json& object, std::string_view key, const JsonPlace& place) {
  std::vector<const Json*> objects;
  const Json* member = find_member(object, key);
  if (!member) return objects;
  SLUICE_ASSERT(!place.outline || !place.outline->items.contains((place / key).pointer),
                "items are read one at a time");
  if (!member->is_array()) return fail_at(place / key, "import-wrong-type", "expected an array");
  for (const Json& element : *member) {
    if (!element.is_object()) return fail_at(place / key / objects.size(), "import-wrong-type", "expected an object");
    objects.push_back(&element);
  }
  return objects;
}

std::vector<std::string> texts_of(const Json& object, std::string_view key) {
  std::vector<std::string> texts;
  const Json* member = find_member(object, key);
  if (!member) return texts;
  if (!member->is_array()) return {text_of(member)};
  for (const Json& element : *member)
    if (std::string text = text_of(&element); !text.empty()) texts.push_back(std::move(text));
  return texts;
}

}  // namespace sluice::gate
