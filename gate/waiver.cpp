#include "gate/waiver.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "base/yaml_fields.h"
#include "gate/signed_text.h"
#include "gate/yaml_files.h"

namespace sluice::gate {
namespace {

// A waiver is one decision about one risk; a longer list is a way to wave things through.
constexpr std::size_t kMostIds = 20;

bool is_identity(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

VersionRange read_range(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.required(key);
  if (!node) return {};
  auto range = VersionRange::parse(node->scalar());
  if (range) return *std::move(range);
  fields.complain(*node, "version-range", fmt::format("`{}`: {}", key, range.error()));
  return {};
}

// A list whose every entry passes a test.
template <class Test>
std::vector<std::string> read_list(yaml::Fields& fields, std::string_view key, Test test, std::string_view expected) {
  std::vector<std::string> list = fields.texts(key);
  for (const std::string& entry : list)
    if (!test(entry)) fields.complain(*fields.find(key), "waiver-scope", fmt::format("`{}` in `{}` is no {}", entry, key, expected));
  return list;
}

WaiverScope read_scope(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  WaiverScope scope;
  scope.ids = read_list(fields, "ids", [](std::string_view id) { return id.starts_with("CVE-") || id.starts_with("GHSA-"); }, "CVE or GHSA id");
  scope.fingerprints = read_list(fields, "fingerprints", is_identity, "fingerprint of 64 hex digits");
  auto is_text = [](std::string_view text) { return !trim(text).empty(); };
  scope.rules = read_list(fields, "rules", is_text, "rule id");
  scope.paths = read_list(fields, "paths", is_text, "path");
  if (const yaml::Node* component = fields.find("component")) {
    yaml::Fields inner(*component, errors);
    scope.component = inner.text("name");
    if (inner.find("versions")) scope.component_versions = read_range(inner, "versions");
    inner.finish();
  }
  fields.finish();
  return scope;
}

Date read_day(yaml::Fields& fields, std::string_view key) {
  fields.required(key);
  return fields.day(key).value_or(Date{});
}

Waiver read_waiver(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  Waiver waiver;
  waiver.id = fields.text("id");
  waiver.place = node.find("id") ? node.find("id")->place() : node.place();
  if (const yaml::Node* covers = fields.required("covers")) waiver.covers = read_scope(*covers, errors);
  for (auto [key, member] : {std::pair("reason", &Waiver::reason), std::pair("likelihood", &Waiver::likelihood), std::pair("impact", &Waiver::impact),
                             std::pair("level", &Waiver::level), std::pair("control", &Waiver::control), std::pair("author", &Waiver::author),
                             std::pair("approver", &Waiver::approver), std::pair("role", &Waiver::role)})
    waiver.*member = fields.text(key);
  if (const yaml::Node* score = fields.required("max-score")) {
    auto parsed = score->is_scalar() ? parse_score(score->scalar()) : std::nullopt;
    if (!parsed) fields.complain(*score, "waiver-score", "`max-score` must be a score from 0.0 to 10.0");
    waiver.max_score = parsed.value_or(Score{});
  }
  waiver.product_versions = read_range(fields, "product-versions");
  waiver.approved = read_day(fields, "approved");
  waiver.expires = read_day(fields, "expires");
  waiver.previous = fields.optional_text("previous").value_or("");
  waiver.signature = fields.optional_text("signature").value_or("");
  fields.finish();
  return waiver;
}

// Ids that are there twice, waivers that renew what is not there, or each other in a circle.
void check_ids(const Waivers& waivers, Errors& errors) {
  std::map<std::string_view, const Waiver*> by_id;
  for (const Waiver& waiver : waivers.list) {
    auto [known, is_new] = by_id.emplace(waiver.id, &waiver);
    if (!is_new) errors.add(waiver.place, "waiver-duplicate", fmt::format("waiver `{}` is there already, at {}", waiver.id, to_string(known->second->place)));
  }
  for (const Waiver& waiver : waivers.list) {
    const Waiver* at = &waiver;
    for (std::size_t steps = 0; !at->previous.empty(); ++steps) {
      auto found = by_id.find(at->previous);
      if (found == by_id.end() || steps > waivers.list.size()) {
        bool is_own = at == &waiver || found != by_id.end();
        if (is_own)
          errors.add(waiver.place, "waiver-previous",
                     found == by_id.end() ? fmt::format("`previous` names `{}`, which is not there: keep the waivers that were renewed", at->previous)
                                          : fmt::format("waiver `{}` renews itself, by way of `{}`", waiver.id, at->previous));
        break;
      }
      at = found->second;
    }
  }
}

Result<Waivers> checked(Waivers waivers, Errors errors) {
  check_ids(waivers, errors);
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  std::ranges::stable_sort(waivers.list, {}, &Waiver::id);
  return waivers;
}

void read_into(const std::string& file, std::string_view text, Waivers& waivers, Errors& errors) {
  auto document = yaml::Document::parse(file, text);
  if (!document) return errors.append(std::move(document).error());
  yaml::Fields fields(document->root(), errors);
  std::size_t before = waivers.list.size();
  if (const yaml::Node* list = fields.required("waivers")) {
    if (!list->is_sequence()) fields.complain(*list, "yaml-type", "`waivers` must be a list");
    for (const yaml::Node& node : list->items()) waivers.list.push_back(read_waiver(node, errors));
  }
  fields.finish();
  waivers.files.push_back({file, sha256_hex(text), waivers.list.size() - before});
}

}  // namespace

Result<Waivers> parse_waivers(std::string file, std::string_view text) {
  Waivers waivers;
  Errors errors;
  read_into(file, text, waivers, errors);
  return checked(std::move(waivers), std::move(errors));
}

Result<Waivers> load_waivers(const std::vector<std::filesystem::path>& files_and_folders) {
  Waivers waivers;
  Errors errors;
  for (const auto& given : files_and_folders) {
    auto paths = yaml_files(given);
    if (!paths) {
      errors.append(std::move(paths).error());
      continue;
    }
    for (const auto& path : *paths) {
      auto text = read_file(path);
      if (text) read_into(path.string(), *text, waivers, errors);
      else errors.append(std::move(text).error());
    }
  }
  return checked(std::move(waivers), std::move(errors));
}

// The order and the names of the lines are the format: changing either is `sluice-waiver/2`.
std::string signed_bytes(const Waiver& waiver) {
  SignedText text("sluice-waiver/1");
  const WaiverScope& scope = waiver.covers;
  text.line("id", waiver.id);
  text.line("covers.ids", scope.ids);
  text.line("covers.fingerprints", scope.fingerprints);
  text.line("covers.rules", scope.rules);
  text.line("covers.component.name", scope.component);
  text.line("covers.component.versions", scope.component_versions ? scope.component_versions->text() : "");
  text.line("covers.paths", scope.paths);
  text.line("reason", waiver.reason);
  text.line("likelihood", waiver.likelihood);
  text.line("impact", waiver.impact);
  text.line("level", waiver.level);
  text.line("control", waiver.control);
  text.line("max-score", to_string(waiver.max_score));
  text.line("product-versions", waiver.product_versions.text());
  text.line("author", waiver.author);
  text.line("approver", waiver.approver);
  text.line("role", waiver.role);
  text.line("approved", waiver.approved);
  text.line("expires", waiver.expires);
  text.line("previous", waiver.previous);
  return text.take();
}

void check_signatures(Waivers& waivers, const SignatureCheck& check) {
  for (Waiver& waiver : waivers.list) {
    if (waiver.signature.empty()) {
      waiver.signature_problem = "it has no signature";
      continue;
    }
    Result<Signer> signer = check(signed_bytes(waiver), waiver.signature);
    if (signer) waiver.signer = *std::move(signer);
    else waiver.signature_problem = "its signature does not count: " + signer.error().list.front().message;
  }
}

void refuse_signatures(Waivers& waivers, std::string_view why) {
  for (Waiver& waiver : waivers.list)
    waiver.signature_problem = waiver.signature.empty() ? "it has no signature" : fmt::format("its signature cannot be checked: {}", why);
}

std::string over_broad(const WaiverScope& scope) {
  bool is_named = !scope.ids.empty() || !scope.fingerprints.empty();
  for (const std::string& path : scope.paths)
    if (path.find_first_not_of("*?/.") == std::string::npos) return fmt::format("the path `{}` is every file", path);
  std::vector<std::string> names = scope.rules;
  names.push_back(scope.component);
  for (const std::string& name : names)
    if (name.find('*') != std::string::npos) return fmt::format("`{}` has a `*`: name the one that is meant", name);
  if (scope.ids.size() + scope.fingerprints.size() + scope.rules.size() > kMostIds)
    return fmt::format("it names {} things; a decision about one risk has at most {}", scope.ids.size() + scope.fingerprints.size() + scope.rules.size(), kMostIds);
  if (scope.component_versions && !scope.component_versions->is_bounded_above())
    return fmt::format("the versions `{}` of the component have no end: versions nobody has looked at are covered", scope.component_versions->text());
  if (is_named) return {};
  if (!scope.rules.empty())
    return scope.paths.empty() && scope.component.empty()
               ? "a rule alone covers whatever it will ever find: add `paths`, `component` or `fingerprints`"
               : "";
  if (!scope.component.empty())
    return scope.component_versions ? "" : "a component without `versions` covers whatever will ever be found in it: add `ids` or `versions`";
  if (!scope.paths.empty()) return "a path alone covers whatever will ever be found there: add `ids`, `rules` or `fingerprints`";
  return "it covers everything: `covers` names nothing";
}

}  // namespace sluice::gate
