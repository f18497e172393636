// A log in few words for scripts; docs/scan-json.md describes every member.
#include "report/log_format.h"
#include "report/log_outline.h"
#include "sarif/fingerprint.h"
#include "sarif/json_writer.h"
#include "sarif/result_stream.h"
#include "sarif/uri.h"

namespace sluice {
namespace {

using sarif::json::Writer;

constexpr int kVersion = 1;  // of the shape; raised when a member changes its meaning or goes

void write(Writer& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.text(text);
}

void write_given(Writer& json, std::string_view key, std::string_view text) {
  if (!text.empty()) write(json, key, text);
}

void write(Writer& json, std::string_view key, std::int64_t number) {
  json.key(key);
  json.number(number);
}

void write(Writer& json, std::string_view key, bool value) {
  json.key(key);
  json.value(value ? "true" : "false");
}

void write_region(Writer& json, const sarif::Region& region) {
  const std::pair<std::string_view, std::int32_t> numbers[] = {{"startLine", region.start_line}, {"startColumn", region.start_column},
                                                               {"endLine", region.end_line},     {"endColumn", region.end_column}};
  for (const auto& [name, number] : numbers)
    if (number > 0) write(json, name, std::int64_t{number});
}

void write_fix(Writer& json, const sarif::Fix& fix) {
  json.begin_object();
  if (fix.description) write_given(json, "description", fix.description->text);
  json.key("edits");
  json.begin_array();
  for (const sarif::ArtifactChange& change : fix.artifact_changes)
    for (const sarif::Replacement& replacement : change.replacements) {
      json.begin_object();
      write(json, "path", sarif::path_from_uri(change.artifact_location.uri));
      write_region(json, replacement.deleted_region);
      write(json, "text", replacement.inserted_content ? std::string_view(replacement.inserted_content->text) : "");
      json.end_object();
    }
  json.end_array();
  json.end_object();
}

void write_result(Writer& json, const LogFinding& finding) {
  const sarif::Result& result = *finding.result;
  json.begin_object();
  write(json, "rule", result.rule_id);
  write(json, "severity", level_word(finding.level));
  write(json, "path", finding.path);
  write_region(json, finding.region);
  write(json, "message", result.message.text);
  write_given(json, "cwe", finding.cwe);
  write_given(json, "fingerprint", result.partial_fingerprints.text(sarif::kSluiceFingerprint).value_or(""));
  if (!result.fixes.empty()) {
    json.key("fix");
    write_fix(json, result.fixes.front());
  }
  write(json, "suppressed", finding.is_suppressed);
  if (finding.is_suppressed) write_given(json, "justification", justification(finding));
  if (finding.baseline) write(json, "baseline", sarif::to_string(*finding.baseline));
  json.end_object();
}

void write_stream(Writer& json, const sarif::Run& run, const sarif::ResultStream& results, unsigned jobs) {
  json.array_of_parts(results.parts(), jobs, [&](std::size_t part, const auto& write_value) {
    for (const sarif::Result& result : results.make(part, sarif::ResultDetail::WithoutCode))
      if (is_told(result)) write_value([&](Writer& one) { write_result(one, outline_of(run, result)); });
  });
}

void write_skipped(Writer& json, const LogNote& note) {
  json.begin_object();
  write(json, "file", note.path);
  write_given(json, "rule", note.rule_id);
  write(json, "reason", note.message);
  json.end_object();
}

void write_note(Writer& json, const LogNote& note) {
  json.begin_object();
  write(json, "level", level_word(note.level));
  write(json, "code", note.code);
  write_given(json, "file", note.path);
  if (note.line > 0) write(json, "line", std::int64_t{note.line});
  write_given(json, "rule", note.rule_id);
  write(json, "message", note.message);
  json.end_object();
}

void write_coverage(Writer& json, const LogCoverage& coverage) {
  const std::pair<std::string_view, std::int64_t> numbers[] = {{"discovered", coverage.discovered}, {"scanned", coverage.scanned}, {"skipped", coverage.skipped},
                                                               {"ignored", coverage.ignored},       {"lines", coverage.lines},     {"rules", coverage.rules}};
  json.begin_object();
  for (const auto& [name, number] : numbers) write(json, name, number);
  json.end_object();
}

}  // namespace

std::string render_json(const sarif::Log& log, const RenderOptions& options) {
  const LogOutline all = outline(log, options.jobs);
  std::string out;
  Writer json(out, sarif::Layout::Pretty, 0, options.sink);
  auto write_notes = [&](std::string_view key, auto is_wanted, auto write_one) {
    json.key(key);
    json.begin_array();
    for (const LogNote& note : all.notes)
      if (is_wanted(note)) write_one(json, note);
    json.end_array();
  };
  json.begin_object();
  write(json, "version", std::int64_t{kVersion});
  write(json, "complete", all.is_complete);
  json.key("results");
  if (options.results) write_stream(json, log.runs.front(), *options.results, options.jobs);
  else json.array(all.findings.size(), options.jobs, [&](Writer& one, std::size_t i) { write_result(one, all.findings[i]); });
  write_notes("skipped", [](const LogNote& note) { return note.is_skipped(); }, write_skipped);
  json.key("coverage");
  write_coverage(json, all.coverage);
  write_notes("errors", [](const LogNote& note) { return !note.is_skipped() && note.level == sarif::Level::Error; }, write_note);
  write_notes("notes", [](const LogNote& note) { return !note.is_skipped() && note.level != sarif::Level::Error; }, write_note);
  json.end_object();
  return out + '\n';
}

}  // namespace sluice
