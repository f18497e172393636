// `sluice import TOOL FILE...`: reports of other tools, counted, shown, or as SARIF.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "gate/import_to_sarif.h"
#include "gate/importer.h"

namespace sluice {
namespace {

struct ImportOptions {
  std::string tool;
  std::vector<std::string> files;
  std::string output;
  bool summary = false;
};

// All files, or the mistakes of all of them.
Result<std::vector<gate::ImportedReport>> import_files(const ImportOptions& options) {
  std::vector<gate::ImportedReport> reports;
  Errors errors;
  for (const std::string& file : options.files) {
    auto report = gate::import_report_file(options.tool, file);
    if (report)
      reports.push_back(std::move(*report));
    else
      errors.append(std::move(report).error());
  }
  // The same mistake in the tool's name is told once, not for each file.
  errors.list.erase(std::unique(errors.list.begin(), errors.list.end()), errors.list.end());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return reports;
}

void print_summary(const gate::ImportedReport& report) {
  nlohmann::ordered_json summary = {{"file", to_valid_utf8(report.file)},
                                    {"format", report.format},
                                    {"tool", report.tool},
                                    {"tool_version", report.tool_version},
                                    {"complete", gate::to_string(report.completeness)},
                                    {"items", report.items},
                                    {"findings", report.vulnerabilities.size()},
                                    {"merged", report.merged},
                                    {"left_out", nlohmann::ordered_json::object()}};
  for (const auto& [reason, count] : report.left_out) summary["left_out"][reason] = count;
  std::puts(summary.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
}

std::string place_text(const gate::Vulnerability& vulnerability) {
  const gate::Asset& asset = vulnerability.asset;
  std::string place = vulnerability.location.file;
  if (!place.empty() && vulnerability.location.line > 0) place += fmt::format(":{}", vulnerability.location.line);
  if (place.empty())
    place = !asset.url.empty()     ? asset.url
            : !asset.image.empty() ? asset.image
            : asset.host.empty()   ? asset.ip
                                   : asset.host;
  if (asset.port) place += fmt::format(":{}/{}", *asset.port, asset.protocol);
  if (!vulnerability.component.name.empty())
    place += fmt::format(" {} {}", vulnerability.component.name, fmt::join(vulnerability.component.versions, ", "));
  return place;
}

// One line, safe to print: what a report says may hold anything.
std::string cell(std::string_view text, std::size_t max_bytes) {
  std::string line(text.substr(0, text.find_first_of("\r\n")));
  if (line.size() > max_bytes) line = to_valid_utf8(std::string_view(line).substr(0, max_bytes - 2)) + "..";
  return escape_terminal(line);
}

void print_table(const gate::ImportedReport& report) {
  fmt::print("{}: {} ({} {}), {} items: {} findings, {} merged", escape_terminal(report.file), report.format,
             cell(report.tool, 60), cell(report.tool_version, 30), report.items, report.vulnerabilities.size(),
             report.merged);
  for (const auto& [reason, count] : report.left_out) fmt::print(", {} left out ({})", count, cell(reason, 60));
  fmt::print("\n");
  for (const gate::Vulnerability& vulnerability : report.vulnerabilities) {
    auto score = gate::choose_score(vulnerability.ratings).score;
    fmt::print("  {:>4}  {:<8}  {:<24}  {:<60}  {}{}\n", score ? gate::to_string(*score) : "-",
               gate::to_string(vulnerability.severity), cell(gate::display_id(vulnerability), 60),
               cell(vulnerability.title, 60), cell(place_text(vulnerability), 120),
               vulnerability.status == gate::VulnerabilityStatus::Open
                   ? ""
                   : fmt::format("  [{}]", gate::to_string(vulnerability.status)));
  }
}

// A scan that did not finish is no success, whatever was found.
ExitCode report_completeness(const std::vector<gate::ImportedReport>& reports) {
  ExitCode exit = ExitCode::Ok;
  for (const gate::ImportedReport& report : reports)
    for (const std::string& reason : report.incomplete_reasons) {
      fmt::print(stderr, "{}: incomplete: {}\n", escape_terminal(report.file), cell(reason, 500));
      exit = ExitCode::Incomplete;
    }
  return exit;
}

ExitCode run_import(const ImportOptions& options) {
  auto reports = import_files(options);
  if (!reports) return report_errors(reports.error());
  if (!options.output.empty())
    if (auto written = write_file_atomically(options.output, gate::to_sarif(*reports)); !written)
      return report_errors(written.error());
  for (const gate::ImportedReport& report : *reports) {
    if (options.summary) print_summary(report);
    if (!options.summary && options.output.empty()) print_table(report);
  }
  return report_completeness(*reports);
}

}  // namespace

void add_import_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("import", "Reads reports of other tools");
  auto options = std::make_shared<ImportOptions>();
  command->add_option("tool", options->tool, "The tool that wrote them, or `auto`")->required();
  command->add_option("files", options->files, "The reports")->required();
  command->add_option("--output", options->output, "Write the findings as SARIF to this file");
  command->add_flag("--summary", options->summary, "Print a JSON object a file with its counts");
  command->callback([options, &exit] { exit = run_import(*options); });
}

}  // namespace sluice
