// gate/importers/json_access.h - members of JSON reports, without exceptions.
//
// What an importer counts on and finds with another type is an error with its
// place, never an empty list: a report whose `Results` is a string is
// no report. What is merely described (titles, texts) is read leniently.
#pragma once
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gate/report_document.h"
#include "gate/report_json.h"

namespace sluice::gate {

using Json = nlohmann::json;

// The JSON pointer of a value, and the file and text that it is in. An error turns
// it into line and column.
struct JsonPlace {
  std::string file;
  std::string_view text;
  std::string pointer;  // "/runs/0"; empty for the root
  // Where arrays of items are; null below an item, which has all its arrays in it.
  const JsonOutline* outline = nullptr;
  static JsonPlace root_of(const ReportDocument& document);
  JsonPlace operator/(std::string_view key) const;
  JsonPlace operator/(std::size_t index) const;
};

std::unexpected<Errors> fail_at(const JsonPlace& place, std::string_view code, std::string_view message);

// Null when `object` is no object, has no such member, or it is `null`.
const Json* find_member(const Json& object, std::string_view key);
// The same for a path of members: `find_path(result, {"message", "text"})`.
const Json* find_path(const Json& object, std::initializer_list<std::string_view> keys);

// Text, or the text of a number or boolean; empty for anything else.
std::string text_of(const Json* value);
std::string text_of(const Json& object, std::string_view key);
std::string text_at(const Json& object, std::initializer_list<std::string_view> keys);
std::optional<std::uint32_t> number_of(const Json& object, std::string_view key);

// Calls `visit` with the elements of an array of objects, whether the outline has them or
// they are read one at a time; with none when the member is absent or null.
// Fails when it is no array, or when an element is no object.
using VisitObject = std::function<Result<void>(const Json& object, const JsonPlace& place)>;
Result<void> for_each_object(const Json& object, std::string_view key, const JsonPlace& place,
                             const VisitObject& visit);
// The same for an array itself: the root.
Result<void> for_each_object_in(const Json& array, const JsonPlace& place, const VisitObject& visit);

// The elements of an array of objects that is part of the outline, as above.
Result<std::vector<const Json*>> objects_of(const Json& object, std::string_view key, const JsonPlace& place);
// An array where text is expected and other elements are passed over.
std::vector<std::string> texts_of(const Json& object, std::string_view key);

}  // namespace sluice::gate
