#include "checklists/checklist.h"

#include <fmt/format.h>

#include <map>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"

namespace sluice::checklists {
namespace {

// An id names an item in answers, SARIF rule ids and reports.
bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 80 || text.front() == '-' || text.back() == '-') return false;
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::string read_id(yaml::Fields& fields, std::string_view key) {
  std::string id = fields.text(key);
  const yaml::Node* node = fields.find(key);
  if (node && node->is_scalar() && !id.empty() && !is_id(id))
    fields.complain(*node, "checklist-id", fmt::format("`{}` is no id: lower-case letters, digits and `-`", id));
  return id;
}

std::vector<Control> read_controls(yaml::Fields& fields) {
  std::vector<Control> controls;
  const yaml::Node* node = fields.required("controls");
  if (!node) return controls;
  if (!node->is_sequence() || node->items().empty())
    fields.complain(*node, "checklist-controls", "expected a list of controls such as ISO-27001-2022:A.8.28");
  for (const yaml::Node& item : node->items()) {
    std::size_t colon = item.scalar().find(':');
    if (item.is_scalar() && colon != std::string::npos && colon > 0 && colon + 1 < item.scalar().size())
      controls.push_back({item.scalar().substr(0, colon), item.scalar().substr(colon + 1)});
    else
      fields.complain(item, "checklist-control", "expected FRAMEWORK:ID, such as ISO-27001-2022:A.8.28");
  }
  return controls;
}

Manual read_manual(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  Manual manual;
  manual.ask = fields.text("ask");
  manual.roles = fields.texts("roles");
  fields.finish();
  return manual;
}

Item read_item(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  Item item;
  item.place = node.place();
  item.id = read_id(fields, "id");
  item.title = fields.text("title");
  item.why = fields.text("why");
  item.controls = read_controls(fields);
  item.evidence = fields.text("evidence");
  item.applies_to = fields.texts("applies-to");
  const yaml::Node* check = fields.find("check");
  const yaml::Node* manual = fields.find("manual");
  if ((check == nullptr) == (manual == nullptr) && node.is_map())
    fields.complain(node, "checklist-evaluation", "an item has either `check` or `manual`");
  if (check) item.check = read_predicate(*check, errors);
  if (check && check->is_map() && !check->pairs().empty()) item.check_text = check->pairs()[0].key.scalar();
  if (manual) item.manual = read_manual(*manual, errors);
  fields.finish();
  return item;
}

void check_ids(const Checklist& checklist, Errors& errors) {
  std::map<std::string, Place> seen;
  for (const Item& item : checklist.items) {
    auto [known, is_new] = seen.emplace(item.id, item.place);
    if (!is_new && !item.id.empty())
      errors.add(item.place, "checklist-duplicate", fmt::format("item `{}` is there twice, first in line {}", item.id, known->second.line));
  }
}

}  // namespace

Result<Checklist> parse_checklist(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  Checklist checklist;
  yaml::Fields fields(document.root(), errors);
  checklist.id = read_id(fields, "checklist");
  checklist.version = fields.text("version");
  checklist.title = fields.text("title");
  checklist.exclude = fields.texts("exclude");
  if (const yaml::Node* items = fields.required("items")) {
    if (!items->is_sequence() || items->items().empty())
      fields.complain(*items, "checklist-empty", "expected a list of items; a checklist without any says nothing");
    for (const yaml::Node& item : items->items()) checklist.items.push_back(read_item(item, errors));
  }
  fields.finish();
  check_ids(checklist, errors);
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  checklist.file = std::move(file);
  checklist.sha256 = sha256_hex(text);
  return checklist;
}

Result<Checklist> load_checklist(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_checklist(path.string(), text);
}

}  // namespace sluice::checklists
