// `dotnet list package --vulnerable --format json`. Source: the .NET SDK's documentation.
//
// A vulnerability of a package of a project and framework is an item. There are severity words and
// no scores. `problems` are what the tool could not do; a report without `sources`, or one that was
// not made with --vulnerable, tells nothing. Identity: advisory, package, project.
#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Project {
  std::string path;
  std::string framework;
  std::string how;  // "top-level" or "transitive"
};

Result<void> import_package(const Project& project, const Json& package, const JsonPlace& place,
                            ReportBuilder& builder) {
  std::string name = text_of(package, "id"), version = text_of(package, "resolvedVersion");
  if (name.empty()) return fail_at(place, "import-missing-member", "expected `id`");
  return for_each_object(
      package, "vulnerabilities", place, [&](const Json& json, const JsonPlace& json_place) -> Result<void> {
        Vulnerability vulnerability;
        std::string url = text_of(json, "advisoryurl");
        if (url.empty()) return fail_at(json_place, "import-missing-member", "expected `advisoryurl`");
        add_ids(vulnerability.ids, url);
        vulnerability.ids.rule = vulnerability.ids.ghsa.empty() ? url : vulnerability.ids.ghsa.front();
        vulnerability.title = fmt::format("{} in {}", vulnerability.ids.rule, name);
        vulnerability.tool_severity = text_of(json, "severity");
        vulnerability.severity = severity_word_of(vulnerability.tool_severity);
        vulnerability.component = {name, {version}, fmt::format("pkg:nuget/{}@{}", name, version), project.path, ""};
        vulnerability.location.file = project.path;
        add_evidence(vulnerability, fmt::format("{}, {} package", project.framework, project.how));
        IdentityParts identity = {{"scheme", "dotnet/1"},
                                  {"id", vulnerability.ids.rule},
                                  {"package", to_lower(name)},
                                  {"project", project.path}};
        builder.add(std::move(vulnerability), identity);
        return {};
      });
}

Result<void> import_framework(Project project, const Json& framework, const JsonPlace& place, ReportBuilder& builder) {
  project.framework = text_of(framework, "framework");
  for (const auto& [key, how] :
       {std::pair("topLevelPackages", "top-level"), std::pair("transitivePackages", "transitive")}) {
    project.how = how;
    SLUICE_CHECK(for_each_object(framework, key, place, [&](const Json& package, const JsonPlace& package_place) {
      return import_package(project, package, package_place, builder);
    }));
  }
  return {};
}

bool recognizes(const ReportDocument& document) {
  const Json& root = document.json();
  return root.is_object() && root.contains("projects") && root.contains("parameters") && root.contains("version");
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  builder.report().tool = "dotnet";
  if (text_of(root, "version") != "1") return fail_at(place / "version", "import-version", "expected 1");
  if (text_of(root, "parameters").find("--vulnerable") == std::string::npos)
    return fail_at(place / "parameters", "import-wrong-tool", "the list was not made with --vulnerable");
  if (text_of(root, "parameters").find("--include-transitive") == std::string::npos)
    builder.add_incomplete("without --include-transitive only the packages that a project names were looked at");
  if (texts_of(root, "sources").empty()) builder.add_incomplete("no source of packages was asked");
  SLUICE_CHECK(for_each_object(root, "problems", place, [&](const Json& problem, const JsonPlace&) {
    builder.add_incomplete(fmt::format("{}: {}", text_of(problem, "project"), text_of(problem, "text")));
    return Result<void>();
  }));
  SLUICE_CHECK(for_each_object(root, "projects", place, [&](const Json& json, const JsonPlace& project_place) {
    Project project{plain_path(text_of(json, "path")), {}, {}};
    builder.add_target(project.path);
    return for_each_object(json, "frameworks", project_place,
                           [&](const Json& framework, const JsonPlace& framework_place) {
                             return import_framework(project, framework, framework_place, builder);
                           });
  }));
  if (builder.report().targets.empty()) builder.add_incomplete("the report names no project: nothing was looked at");
  return {};
}

}  // namespace

std::unique_ptr<const Importer> make_dotnet_importer() { return importer_of("dotnet", recognizes, import); }

}  // namespace sluice::gate
