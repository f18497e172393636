#include "gate/deployments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "base/yaml_fields.h"
#include "gate/importers/csv.h"

namespace sluice::gate {
namespace {

constexpr std::string_view kColumns[] = {"customer", "contact", "instance", "region", "version", "since"};

bool is_csv(std::string_view text) {
  std::vector<std::string> header = csv_header(text);
  return std::ranges::find(header, "customer") != header.end() && std::ranges::find(header, "version") != header.end();
}

void read_yaml(const std::string& file, std::string_view text, Deployments& out, Errors& errors) {
  auto document = yaml::Document::parse(file, text);
  if (!document) return errors.append(std::move(document).error());
  yaml::Fields fields(document->root(), errors);
  const yaml::Node* list = fields.required("deployments");
  if (list && !list->is_sequence()) fields.complain(*list, "yaml-type", "`deployments` must be a list");
  if (list)
    for (const yaml::Node& node : list->items()) {
      yaml::Fields one(node, errors);
      Deployment deployment{one.text("customer"), one.optional_text("contact").value_or(""), one.text("instance"), one.optional_text("region").value_or(""),
                            one.text("version"), one.day("since"), node.place()};
      one.finish();
      out.list.push_back(std::move(deployment));
    }
  fields.finish();
}

void check_columns(const CsvTable& table, Errors& errors) {
  for (const auto& [column, index] : table.columns()) {
    if (std::ranges::find(kColumns, column) != std::end(kColumns)) continue;
    std::string message = fmt::format("unknown column `{}`", column);
    if (auto near = nearest(column, kColumns)) message += fmt::format("; did you mean `{}`?", *near);
    errors.add(table.place(), "deployments-column", std::move(message));
  }
  for (std::string_view column : {"customer", "instance", "version"})
    if (!table.has(column)) errors.add(table.place(), "deployments-column", fmt::format("the column `{}` is missing", column));
}

Deployment read_row(const CsvTable& table, Errors& errors) {
  Deployment one{table.at("customer"), table.at("contact"), table.at("instance"), table.at("region"), table.at("version"), {}, table.place()};
  for (auto [name, value] : {std::pair("customer", &one.customer), std::pair("instance", &one.instance), std::pair("version", &one.version)})
    if (trim(*value).empty()) errors.add(one.place, "deployments-empty", fmt::format("`{}` is empty", name));
  const std::string& since = table.at("since");
  one.since = parse_day(since);
  if (!since.empty() && !one.since) errors.add(one.place, "deployments-day", "`since` must be a day such as 2026-03-09");
  return one;
}

Result<void> read_csv(const std::string& file, std::string_view text, Deployments& out, Errors& errors) {
  SLUICE_TRY(CsvTable table, CsvTable::open(file, text));
  check_columns(table, errors);
  if (!errors.empty()) return {};
  while (true) {
    SLUICE_TRY(bool has_row, table.next());
    if (!has_row) return {};
    out.list.push_back(read_row(table, errors));
  }
}

}  // namespace

Result<Deployments> parse_deployments(std::string file, std::string_view text) {
  Deployments out;
  Errors errors;
  if (is_csv(text)) {
    if (Result<void> read = read_csv(file, text, out, errors); !read) errors.append(std::move(read).error());
  } else {
    read_yaml(file, text, out, errors);
  }
  std::map<std::pair<std::string, std::string>, Place> seen;
  for (const Deployment& one : out.list) {
    auto [known, is_new] = seen.emplace(std::pair(one.customer, one.instance), one.place);
    if (!is_new) errors.add(one.place, "deployments-twice", fmt::format("instance `{}` of {} is there already, at {}", one.instance, one.customer, to_string(known->second)));
  }
  if (out.list.empty() && errors.empty()) errors.add({file}, "deployments-empty", "has no deployments");
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  std::ranges::stable_sort(out.list, {}, [](const Deployment& one) { return std::tuple(one.customer, one.instance); });
  out.file = std::move(file);
  out.sha256 = sha256_hex(text);
  return out;
}

Result<Deployments> load_deployments(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_deployments(path.string(), text);
}

}  // namespace sluice::gate
