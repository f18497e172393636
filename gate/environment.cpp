#include "gate/environment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "base/yaml_fields.h"
#include "checklists/glob.h"
#include "gate/cvss_vector.h"
#include "gate/identity.h"

namespace sluice::gate {
namespace {

constexpr CvssVersion kVersions[] = {CvssVersion::V2_0, CvssVersion::V3_0, CvssVersion::V3_1, CvssVersion::V4_0};

const cvss::MetricSpec* find_metric(CvssVersion version, std::string_view name) {
  for (const cvss::MetricSpec& metric : cvss::spec_of(version).metrics)
    if (metric.name == name && metric.group == cvss::MetricGroup::Environmental) return &metric;
  return nullptr;
}

bool allows(const cvss::MetricSpec& metric, std::string_view value) {
  std::vector<std::string_view> values = split(metric.values, ' ');
  return std::ranges::find(values, value) != values.end();
}

// "CR:H": right when some version has such a metric with such a value.
std::string wrong_with(std::string_view name, std::string_view value) {
  bool is_known = false;
  for (CvssVersion version : kVersions) {
    const cvss::MetricSpec* metric = find_metric(version, name);
    is_known = is_known || metric;
    if (metric && allows(*metric, value)) return {};
  }
  if (!is_known) return fmt::format("`{}` is no environmental metric of CVSS 2.0, 3.x or 4.0", name);
  return fmt::format("`{}` is no value of `{}`", value, name);
}

void read_metrics(yaml::Fields& fields, AssetEnvironment& environment) {
  environment.text = fields.text("metrics");
  const yaml::Node* node = fields.find("metrics");
  if (!node || environment.text.empty()) return;
  for (std::string_view metric : split(environment.text, '/')) {
    std::size_t colon = metric.find(':');
    std::string_view name = metric.substr(0, colon), value = colon == std::string_view::npos ? "" : metric.substr(colon + 1);
    if (std::string wrong = wrong_with(name, value); !wrong.empty()) fields.complain(*node, "environment-metric", wrong + "; expected metrics such as `CR:H/IR:H/MAV:A`");
    if (std::ranges::find(environment.metrics, name, &std::pair<std::string, std::string>::first) != environment.metrics.end())
      fields.complain(*node, "environment-metric", fmt::format("`{}` is there twice", name));
    environment.metrics.emplace_back(name, value);
  }
}

AssetEnvironment read_environment(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  AssetEnvironment environment;
  environment.place = node.place();
  environment.id = fields.text("id");
  environment.hosts = fields.texts("hosts");
  environment.images = fields.texts("images");
  environment.components = fields.texts("components");
  if (environment.hosts.empty() && environment.images.empty() && environment.components.empty())
    fields.complain(node, "environment-asset", "expected `hosts`, `images` or `components`: which asset is meant");
  read_metrics(fields, environment);
  fields.finish();
  return environment;
}

bool any_matches(const std::vector<std::string>& globs, std::string_view text) {
  return !text.empty() && std::ranges::any_of(globs, [&](const std::string& glob) {
    // A host has no folders: its pattern is not one of file names.
    return checklists::glob_matches(glob, text);
  });
}

}  // namespace

const AssetEnvironment* Environments::find(const Asset& asset, const Component& component) const {
  auto found = std::ranges::find_if(list, [&](const AssetEnvironment& one) {
    return any_matches(one.hosts, asset.host) || any_matches(one.hosts, asset.ip) || any_matches(one.images, asset.image) ||
           any_matches(one.images, image_without_version(asset.image)) || any_matches(one.components, component.name) ||
           (!component.purl.empty() && any_matches(one.components, purl_without_version(component.purl)));
  });
  return found == list.end() ? nullptr : &*found;
}

Result<Environments> parse_environments(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  Environments environments;
  yaml::Fields fields(document.root(), errors);
  if (const yaml::Node* list = fields.required("assets")) {
    if (!list->is_sequence()) fields.complain(*list, "yaml-type", "`assets` must be a list");
    for (const yaml::Node& node : list->items()) environments.list.push_back(read_environment(node, errors));
  }
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  environments.file = std::move(file);
  environments.sha256 = sha256_hex(text);
  return environments;
}

Result<Environments> load_environments(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_environments(path.string(), text);
}

std::optional<Score> score_in(const AssetEnvironment& environment, std::string_view vector) {
  Result<CvssResult> plain = score_cvss(vector);
  if (!plain) return std::nullopt;
  const cvss::VersionSpec& spec = cvss::spec_of(plain->version);
  auto given = cvss::parse_metrics(vector.substr(spec.prefix.size()), spec, {});
  if (!given) return std::nullopt;
  // Written anew in the table's order, which 4.0 demands: base metrics from the vector, environmental ones from here.
  std::string text(spec.prefix);
  bool has_any = false;
  for (const cvss::MetricSpec& metric : spec.metrics) {
    auto ours = std::ranges::find(environment.metrics, metric.name, &std::pair<std::string, std::string>::first);
    bool is_ours = metric.group == cvss::MetricGroup::Environmental && ours != environment.metrics.end() && allows(metric, ours->second);
    if (!is_ours && metric.group != cvss::MetricGroup::Base) continue;
    has_any = has_any || is_ours;
    if (text.size() > spec.prefix.size()) text += '/';
    text += fmt::format("{}:{}", metric.name, is_ours ? std::string_view(ours->second) : (*given)[metric.name]);
  }
  if (!has_any) return std::nullopt;
  Result<CvssResult> scored = score_cvss(text);
  if (!scored) return std::nullopt;
  return scored->environmental ? *scored->environmental : scored->base;
}

}  // namespace sluice::gate
