#include "base/yaml_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"

namespace sluice::yaml {

Fields::Fields(const Node& map, Errors& errors) : map_(map), errors_(errors) {
  if (!map.is_map()) errors_.add(map.place(), "yaml-type", "expected a mapping");
}

template <class T>
std::optional<T> Fields::note(Result<T> result) {
  if (result) return *std::move(result);
  errors_.append(std::move(result).error());
  return std::nullopt;
}

const Node* Fields::find(std::string_view key) {
  asked_.emplace_back(key);
  for (const Pair& pair : map_.pairs()) {
    if (pair.key.scalar() != key) continue;
    if (!pair.value.is_null()) return &pair.value;
    // Told at the key: the parser places an empty value where the next key begins.
    complain(pair.key, "yaml-empty", fmt::format("`{}` has no value", key));
  }
  return nullptr;
}

const Node* Fields::required(std::string_view key) {
  const Node* found = find(key);
  if (!found && map_.is_map() && !map_.has(key))
    complain(map_, "yaml-missing-key", fmt::format("`{}` is missing", key));
  return found;
}

std::string Fields::text(std::string_view key) {
  const Node* found = required(key);
  if (!found) return {};
  std::string value = note(found->as_text()).value_or("");
  if (found->is_scalar() && trim(value).empty()) complain(*found, "yaml-empty", fmt::format("`{}` is empty", key));
  return value;
}

std::optional<std::string> Fields::optional_text(std::string_view key) {
  const Node* found = find(key);
  return found ? note(found->as_text()) : std::nullopt;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  const Node* found = find(key);
  if (!found) return {};
  return note(found->as_texts()).value_or(std::vector<std::string>{});
}

std::optional<std::int64_t> Fields::whole(std::string_view key, std::int64_t least, std::int64_t most) {
  const Node* found = find(key);
  if (!found) return std::nullopt;
  std::optional<std::int64_t> value = note(found->as_int());
  if (!value || (*value >= least && *value <= most)) return value;
  complain(*found, "yaml-range", fmt::format("`{}` must be from {} to {}", key, least, most));
  return std::nullopt;
}

std::optional<double> Fields::number(std::string_view key, double least, double most) {
  const Node* found = find(key);
  if (!found) return std::nullopt;
  std::optional<double> value = note(found->as_number());
  if (!value || (*value >= least && *value <= most)) return value;
  complain(*found, "yaml-range", fmt::format("`{}` must be from {} to {}", key, least, most));
  return std::nullopt;
}

std::optional<bool> Fields::flag(std::string_view key) {
  const Node* found = find(key);
  return found ? note(found->as_bool()) : std::nullopt;
}

std::optional<Date> Fields::day(std::string_view key) {
  const Node* found = find(key);
  if (!found) return std::nullopt;
  std::optional<Date> value = found->is_scalar() ? parse_day(found->scalar()) : std::nullopt;
  if (!value) complain(*found, "yaml-date", fmt::format("`{}` must be a day such as 2026-03-09", key));
  return value;
}

std::optional<Instant> Fields::instant(std::string_view key) {
  const Node* found = find(key);
  if (!found) return std::nullopt;
  std::optional<Instant> value = found->is_scalar() ? parse_instant(found->scalar()) : std::nullopt;
  if (!value) complain(*found, "yaml-date", fmt::format("`{}` must be a time such as 2026-03-09T14:00:00Z", key));
  return value;
}

void Fields::complain(const Node& node, std::string_view code, std::string message) {
  errors_.add(node.place(), code, std::move(message));
}

void Fields::complain_word(const Node& node, const std::vector<std::string_view>& names) {
  std::string message = fmt::format("expected one of `{}`", fmt::join(names, "`, `"));
  if (node.is_scalar())
    if (auto near = nearest(node.scalar(), names)) message += fmt::format("; did you mean `{}`?", *near);
  complain(node, "yaml-word", std::move(message));
}

void Fields::finish() { errors_.append(map_.unknown_keys({asked_.begin(), asked_.end()})); }

}  // namespace sluice::yaml
