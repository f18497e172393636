// A log in few words for scripts; docs/scan-json.md describes every member.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/log_format.h"
#include "report/log_outline.h"
#include "sarif/fingerprint.h"
#include "sarif/uri.h"

namespace sluice {
namespace {

using Json = nlohmann::ordered_json;  // members in the order they are written here

constexpr int kVersion = 1;  // of the shape; raised when a member changes its meaning or goes

void set(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = to_valid_utf8(text);
}

void set_region(Json& json, const sarif::Region& region) {
  const std::pair<const char*, std::int32_t> numbers[] = {{"startLine", region.start_line}, {"startColumn", region.start_column},
                                                          {"endLine", region.end_line},     {"endColumn", region.end_column}};
  for (const auto& [name, number] : numbers)
    if (number > 0) json[name] = number;
}

Json fix_json(const sarif::Fix& fix) {
  Json edits = Json::array();
  for (const sarif::ArtifactChange& change : fix.artifact_changes)
    for (const sarif::Replacement& replacement : change.replacements) {
      Json& edit = edits.emplace_back();
      edit["path"] = to_valid_utf8(sarif::path_from_uri(change.artifact_location.uri));
      set_region(edit, replacement.deleted_region);
      edit["text"] = replacement.inserted_content ? to_valid_utf8(replacement.inserted_content->text) : "";
    }
  Json json;
  if (fix.description) set(json, "description", fix.description->text);
  json["edits"] = std::move(edits);
  return json;
}

Json result_json(const LogFinding& finding) {
  const sarif::Result& result = *finding.result;
  Json json;
  json["rule"] = to_valid_utf8(result.rule_id);
  json["severity"] = level_word(finding.level);
  json["path"] = finding.path;
  set_region(json, finding.region);
  json["message"] = to_valid_utf8(result.message.text);
  set(json, "cwe", finding.cwe);
  set(json, "fingerprint", result.partial_fingerprints.text(sarif::kSluiceFingerprint).value_or(""));
  if (!result.fixes.empty()) json["fix"] = fix_json(result.fixes.front());
  json["suppressed"] = finding.is_suppressed;
  if (finding.is_suppressed) set(json, "justification", justification(finding));
  if (finding.baseline) json["baseline"] = sarif::to_string(*finding.baseline);
  return json;
}

Json skipped_json(const LogNote& note) {
  Json json;
  json["file"] = note.path;
  set(json, "rule", note.rule_id);
  json["reason"] = note.message;
  return json;
}

Json note_json(const LogNote& note) {
  Json json{{"level", level_word(note.level)}, {"code", note.code}};
  set(json, "file", note.path);
  if (note.line > 0) json["line"] = note.line;
  set(json, "rule", note.rule_id);
  json["message"] = note.message;
  return json;
}

Json coverage_json(const LogCoverage& coverage) {
  return {{"discovered", coverage.discovered}, {"scanned", coverage.scanned}, {"skipped", coverage.skipped},
          {"ignored", coverage.ignored},       {"lines", coverage.lines},     {"rules", coverage.rules}};
}

}  // namespace

std::string render_json(const sarif::Log& log, const RenderOptions&) {
  LogOutline all = outline(log);
  Json results = Json::array(), skipped = Json::array(), errors = Json::array(), notes = Json::array();
  for (const LogFinding& finding : all.findings) results.push_back(result_json(finding));
  for (const LogNote& note : all.notes) {
    if (note.is_skipped()) skipped.push_back(skipped_json(note));
    else (note.level == sarif::Level::Error ? errors : notes).push_back(note_json(note));
  }
  Json json{{"version", kVersion},
            {"complete", all.is_complete},
            {"results", std::move(results)},
            {"skipped", std::move(skipped)},
            {"coverage", coverage_json(all.coverage)},
            {"errors", std::move(errors)},
            {"notes", std::move(notes)}};
  return json.dump(2) + '\n';
}

}  // namespace sluice
