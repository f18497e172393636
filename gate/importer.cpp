#include "gate/importer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/mapped_file.h"
#include "base/text.h"
#include "gate/import_archive.h"
#include "gate/report_archive.h"
#include "gate/report_document.h"

namespace sluice::gate {
namespace {

using Importers = std::vector<std::unique_ptr<const Importer>>;

std::vector<std::string_view> names_of(const Importers& importers) {
  std::vector<std::string_view> names;
  for (const auto& importer : importers) names.push_back(importer->name());
  return names;
}

std::string unknown_tool_message(std::string_view tool, const Importers& importers) {
  std::vector<std::string_view> names = names_of(importers);
  std::string known = fmt::format("{}", fmt::join(names, ", "));
  std::string message = fmt::format("unknown tool `{}`", tool);
  if (auto meant = nearest(tool, names)) message += fmt::format("; did you mean `{}`?", *meant);
  return message + fmt::format(" known: auto, {}", known);
}

// What the file seems to be, for a user who took the wrong one.
std::string describe(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsJson) {
    const nlohmann::json& json = document.json();
    if (json.is_object() && (json.contains("error") || json.contains("errors")))
      return "a JSON object with an error message";
    return json.empty() ? "an empty JSON document" : "a JSON document of another kind";
  }
  if (document.form() == ReportDocument::Form::AsXml) return "an XML document of another kind";
  return "text of another kind";
}

Result<const Importer*> find_by_content(const Importers& importers, const ReportDocument& document) {
  const Importer* found = nullptr;
  for (const auto& importer : importers) {
    if (!importer->recognizes(document)) continue;
    // Nobody's report has the marks of two tools, but a forged file may.
    if (found)
      return fail(
          {document.file()}, "import-ambiguous",
          fmt::format("looks like a report of `{}` and of `{}`; name the tool", found->name(), importer->name()));
    found = importer.get();
  }
  if (found) return found;
  if (!document.syntax_errors().empty()) return std::unexpected(document.syntax_errors());
  return fail({document.file()}, "import-unrecognized",
              fmt::format("not a report of a known tool ({}): this is {}", fmt::join(names_of(importers), ", "),
                          describe(document)));
}

Result<const Importer*> find_by_name(const Importers& importers, std::string_view tool,
                                     const ReportDocument& document) {
  auto found = std::ranges::find_if(importers, [&](const auto& importer) { return importer->name() == tool; });
  if ((*found)->recognizes(document)) return found->get();
  if (!document.syntax_errors().empty()) return std::unexpected(document.syntax_errors());
  return fail({document.file()}, "import-wrong-tool",
              fmt::format("not a report of `{}`: this is {}", tool, describe(document)));
}

Result<ImportedReport> import_document(std::string_view tool, const ReportDocument& document, Keep keep) {
  Importers importers = make_importers();
  SLUICE_TRY(const Importer* importer, tool == "auto" ? find_by_content(importers, document) : find_by_name(importers, tool, document));
  return importer->import(document, keep);
}

}  // namespace

std::string_view to_string(Completeness completeness) {
  constexpr std::string_view kNames[] = {"unknown", "complete", "incomplete"};
  return kNames[static_cast<std::size_t>(completeness)];
}

Importers make_importers() {
  Importers importers;
#define SLUICE_IMPORTER(name) importers.push_back(make_##name##_importer());
#include "gate/importers.def"
#undef SLUICE_IMPORTER
  return importers;
}

Result<ImportedReport> import_report(std::string_view tool, const std::string& file, std::string_view bytes, Keep keep) {
  Importers importers = make_importers();
  auto names = names_of(importers);
  if (tool != "auto" && std::ranges::find(names, tool) == names.end())
    return fail({}, "import-unknown-tool", unknown_tool_message(tool, importers));
  auto read = [&]() -> Result<ImportedReport> {
    if (is_zip(bytes))
      return import_archive(tool, file, bytes, keep,
                            [](std::string_view of, const ReportDocument& document) { return import_document(of, document, Keep::All); });
    SLUICE_TRY(ReportDocument document, ReportDocument::parse(file, bytes));
    return import_document(tool, document, keep);
  };
  SLUICE_TRY(ImportedReport report, read());
  report.digest = sha256_hex(bytes);
  return report;
}

Result<ImportedReport> import_report_file(std::string_view tool, const std::string& path, Keep keep) {
  SLUICE_TRY(MappedFile file, MappedFile::open(path));
  return import_report(tool, path, file.bytes(), keep);
}

}  // namespace sluice::gate
