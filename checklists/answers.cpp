#include "checklists/answers.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"

namespace sluice::checklists {
namespace {

void check_item(yaml::Fields& fields, const std::string& id, const Checklist& checklist) {
  const yaml::Node* node = fields.find("item");
  if (!node || id.empty()) return;
  auto item = std::ranges::find(checklist.items, id, &Item::id);
  if (item == checklist.items.end()) {
    std::vector<std::string_view> ids;
    for (const Item& known : checklist.items) ids.push_back(known.id);
    std::string message = fmt::format("checklist `{}` has no item `{}`", checklist.id, id);
    if (auto near = nearest(id, ids)) message += fmt::format("; did you mean `{}`?", *near);
    fields.complain(*node, "answer-unknown-item", std::move(message));
  } else if (!item->is_manual()) {
    fields.complain(*node, "answer-machine-item",
                    fmt::format("item `{}` is evaluated by machine ({}); an answer cannot replace it", id, item->check_text));
  }
}

Answer read_answer(const yaml::Node& node, const Checklist& checklist, Errors& errors) {
  yaml::Fields fields(node, errors);
  Answer answer;
  answer.place = node.place();
  answer.item = fields.text("item");
  check_item(fields, answer.item, checklist);
  fields.required("answer");
  answer.answer = fields
                      .word<sarif::Kind>("answer", {{"pass", sarif::Kind::Pass},
                                                    {"fail", sarif::Kind::Fail},
                                                    {"notApplicable", sarif::Kind::NotApplicable}})
                      .value_or(sarif::Kind::Review);
  answer.by = fields.text("by");
  answer.role = fields.text("role");
  answer.evidence = fields.text("evidence");
  fields.required("date");
  answer.date = fields.day("date").value_or(Date{});
  fields.required("expires");
  answer.expires = fields.day("expires").value_or(answer.date);
  if (answer.expires < answer.date)
    fields.complain(node, "answer-dates", fmt::format("the answer expires ({}) before it was given ({})",
                                                      day_text(answer.expires), day_text(answer.date)));
  fields.finish();
  return answer;
}

void check_twice(const Answers& answers, Errors& errors) {
  for (auto at = answers.list.begin(); at != answers.list.end(); ++at) {
    auto first = std::ranges::find(answers.list, at->item, &Answer::item);
    if (first != at && !at->item.empty())
      errors.add(at->place, "answer-twice", fmt::format("item `{}` is answered twice, first in line {}", at->item, first->place.line));
  }
}

}  // namespace

Result<Answers> parse_answers(std::string file, std::string_view text, const Checklist& checklist) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  Answers answers;
  yaml::Fields fields(document.root(), errors);
  std::string id = fields.text("checklist");
  const yaml::Node* id_node = fields.find("checklist");
  if (id_node && !id.empty() && id != checklist.id)
    fields.complain(*id_node, "answer-checklist", fmt::format("these are answers to `{}`, the checklist is `{}`", id, checklist.id));
  answers.release = fields.text("release");
  if (const yaml::Node* list = fields.required("answers")) {
    if (!list->is_sequence()) fields.complain(*list, "yaml-type", "`answers` must be a list");
    for (const yaml::Node& node : list->items()) answers.list.push_back(read_answer(node, checklist, errors));
  }
  fields.finish();
  check_twice(answers, errors);
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  answers.file = std::move(file);
  answers.sha256 = sha256_hex(text);
  return answers;
}

Result<Answers> load_answers(const std::filesystem::path& path, const Checklist& checklist) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_answers(path.string(), text, checklist);
}

}  // namespace sluice::checklists
