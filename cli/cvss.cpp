// `sluice cvss VECTOR` and `sluice cvss -`: scores of CVSS vectors, a JSON object a line.
#include "gate/cvss.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/command.h"

namespace sluice {
namespace {

using nlohmann::ordered_json;

ordered_json score_or_null(std::optional<gate::Score> score) {
  if (!score) return nullptr;
  return score->tenths / 10.0;
}

ordered_json to_json(std::string_view vector, const gate::CvssResult& result) {
  ordered_json object = {{"vector", vector}, {"version", gate::to_string(result.version)}};
  object["base"] = score_or_null(result.base);
  object["temporal"] = score_or_null(result.temporal);
  object["environmental"] = score_or_null(result.environmental);
  object["severity"] = gate::severity_word(result.base, result.version);
  if (!result.nomenclature.empty()) object["nomenclature"] = result.nomenclature;
  return object;
}

ordered_json to_json(std::string_view vector, const Errors& errors) {
  std::string all;
  for (const Error& error : errors.list)
    all += fmt::format("{}column {}: {}", all.empty() ? "" : "; ", error.place.column, error.message);
  return {{"vector", to_valid_utf8(vector)}, {"error", to_valid_utf8(all)}};
}

void print_line(const ordered_json& object) { std::puts(object.dump().c_str()); }

ExitCode score_one(const std::string& vector) {
  auto result = gate::score_cvss(vector, {"vector", 1, 1});
  if (!result) return report_errors(result.error());
  print_line(to_json(vector, *result));
  return ExitCode::Ok;
}

// A bad line does not stop the others, and is not forgotten in the exit code.
ExitCode score_lines(std::istream& input) {
  ExitCode exit = ExitCode::Ok;
  for (std::string line; std::getline(input, line);) {
    std::string_view vector = trim(line);
    auto result = gate::score_cvss(vector);
    print_line(result ? to_json(vector, *result) : to_json(vector, result.error()));
    if (!result) exit = ExitCode::BadInput;
  }
  return exit;
}

}  // namespace

void add_cvss_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("cvss", "Scores CVSS 2.0, 3.0, 3.1 and 4.0 vectors");
  auto vector = std::make_shared<std::string>();
  command->add_option("vector", *vector, "A vector, or `-` for one a line on standard input")->required();
  command->callback([vector, &exit] { exit = *vector == "-" ? score_lines(std::cin) : score_one(*vector); });
}

}  // namespace sluice
