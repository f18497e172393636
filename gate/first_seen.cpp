#include "gate/first_seen.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/yaml_fields.h"

namespace sluice::gate {
namespace {

bool is_name(std::string_view name) {
  bool is_identity = name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return is_identity || name.starts_with("CVE-") || name.starts_with("GHSA-");
}

std::vector<Date> read_days(yaml::Fields& fields, std::string_view key) {
  std::vector<Date> days;
  for (const std::string& text : fields.texts(key)) {
    std::optional<Date> day = parse_day(text);
    if (day) days.push_back(*day);
    else fields.complain(*fields.find(key), "yaml-date", fmt::format("`{}` must be days such as 2026-03-09", key));
  }
  return days;
}

// `{ since: day, fixed: days, again: days }`: fixed and back in turn, each later than the one before.
std::optional<Date> read_history(const yaml::Node& node, Errors& errors, std::string& history) {
  yaml::Fields fields(node, errors);
  std::size_t before = errors.list.size();
  fields.required("since");
  std::optional<Date> since = fields.day("since");
  std::vector<Date> fixed = read_days(fields, "fixed"), again = read_days(fields, "again");
  fields.finish();
  if (!since || errors.list.size() != before) return std::nullopt;
  Date last = *since;
  bool is_in_turn = again.size() <= fixed.size() && fixed.size() <= again.size() + 1;
  for (std::size_t i = 0; i < fixed.size() && is_in_turn; ++i) {
    is_in_turn = fixed[i] >= last && (i >= again.size() || again[i] >= fixed[i]);
    history += fmt::format("{}fixed {}", i ? ", " : "", day_text(fixed[i]));
    if (i >= again.size()) continue;
    history += fmt::format(", back {}", day_text(again[i]));
    last = again[i];
  }
  if (!is_in_turn) fields.complain(node, "first-seen-history", "`since`, `fixed` and `again` must follow each other: first seen, fixed, back, fixed, ...");
  return since;
}

}  // namespace

std::string FirstSeen::history_of(const std::vector<std::string>& names) const {
  if (history.empty()) return {};
  for (const std::string& name : names)
    if (auto found = history.find(name); found != history.end()) return found->second;
  return {};
}

std::optional<Date> FirstSeen::find(const std::vector<std::string>& names) const {
  std::optional<Date> earliest;
  for (const std::string& name : names) {
    auto found = days.find(name);
    if (found != days.end() && (!earliest || found->second < *earliest)) earliest = found->second;
  }
  return earliest;
}

Result<FirstSeen> parse_first_seen(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  FirstSeen first_seen;
  yaml::Fields fields(document.root(), errors);
  if (const yaml::Node* list = fields.required("first-seen")) {
    yaml::Fields days(*list, errors);
    for (const yaml::Pair& pair : list->pairs()) {
      const std::string& name = pair.key.scalar();
      if (!is_name(name))
        days.complain(pair.key, "first-seen-name", fmt::format("`{}` is no CVE id, GHSA id or identity of 64 hex digits", name));
      if (pair.value.is_map()) {
        days.find(name);
        std::string history;
        if (auto since = read_history(pair.value, errors, history)) first_seen.days[name] = *since;
        if (!history.empty()) first_seen.history[name] = std::move(history);
      } else if (auto day = days.day(name)) {
        first_seen.days[name] = *day;
      }
    }
  }
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  first_seen.file = std::move(file);
  first_seen.sha256 = sha256_hex(text);
  return first_seen;
}

Result<FirstSeen> load_first_seen(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_first_seen(path.string(), text);
}

}  // namespace sluice::gate
