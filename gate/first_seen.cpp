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

}  // namespace

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
      if (auto day = days.day(name)) first_seen.days[name] = *day;
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
