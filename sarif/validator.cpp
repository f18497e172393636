#include "sarif/validator.h"

#include <algorithm>

#include "embedded/sarif_data.h"
#include "sarif/schema_check.h"
#include "sarif/validation.h"

namespace sluice::sarif {
namespace {

std::string_view schema_text() {
  for (const EmbeddedFile& file : embedded::sarif_data())
    if (file.path.ends_with(".json")) return file.bytes;
  return {};
}

const Schema& sarif_schema() {
  static const sluice::Result<Schema> schema = Schema::compile(schema_text());
  SLUICE_ASSERT(schema.has_value(), "the embedded schema is one that schema_check.h knows");
  return *schema;
}

}  // namespace

std::optional<json::Value> at(const json::Value& value, std::initializer_list<std::string_view> keys) {
  std::optional<json::Value> found = value;
  for (const std::string_view key : keys) {
    found = found->find(key);
    if (!found) return std::nullopt;
  }
  return found;
}

std::string text_at(const json::Value& value, std::initializer_list<std::string_view> keys) {
  const std::optional<json::Value> found = at(value, keys);
  return found ? found->text() : std::string();
}

std::optional<std::int64_t> integer_at(const json::Value& value, std::initializer_list<std::string_view> keys) {
  const std::optional<json::Value> found = at(value, keys);
  return found ? found->integer() : std::nullopt;
}

std::vector<json::Value> items_at(const json::Value& value, std::initializer_list<std::string_view> keys) {
  std::vector<json::Value> items;
  if (const std::optional<json::Value> found = at(value, keys))
    for (const json::Value item : found->items()) items.push_back(item);
  return items;
}

bool has(const json::Value& value, std::string_view key) {
  const std::optional<json::Value> found = value.find(key);
  return found && !found->is_null();
}

void Reporter::tell(std::string_view id, const json::Value& at, std::string message) const {
  const auto rule = std::ranges::find(rules_, id, &ValidationRule::id);
  SLUICE_ASSERT(rule != rules_.end(), "the rule's id is in its table");
  sink_.add(id, rule->level, at, std::move(message));
}

void Reporter::tell(std::string_view id, Level level, const json::Value& at, std::string message) const {
  sink_.add(id, level, at, std::move(message));
}

sluice::Result<std::vector<Violation>> validate(std::string file, std::string text, Scope scope) {
  SLUICE_TRY(const json::Document document, json::Document::parse(std::move(file), std::move(text)));
  ViolationSink sink(document);
  sarif_schema().check(document.root(), sink);
  check_standard(document, sink);
  if (scope == Scope::Consumers) check_consumers(document, sink);
  return std::move(sink).take();
}

}  // namespace sluice::sarif
