#include "analyzers/scan/kept_scan.h"

#include <algorithm>

#include "base/archive.h"
#include "base/digest.h"

namespace sluice {

// --- as bytes (base/archive.h) ---

template <class Archive, SameAs<SourceId> T>
void archive_members(Archive& archive, T& id) {
  archive(id.index);
}
template <class Archive, SameAs<ByteRange> T>
void archive_members(Archive& archive, T& range) {
  auto& [begin, end] = range;
  archive(begin, end);
}
template <class Archive, SameAs<Place> T>
void archive_members(Archive& archive, T& place) {
  auto& [file, line, column] = place;
  archive(file, line, column);
}
template <class Archive, SameAs<TraceStep> T>
void archive_members(Archive& archive, T& step) {
  auto& [source, range, message, depth] = step;
  archive(source, range, message, depth);
}
template <class Archive, SameAs<InlineSuppression> T>
void archive_members(Archive& archive, T& suppression) {
  auto& [justification] = suppression;
  archive(justification);
}
template <class Archive, SameAs<Finding> T>
void archive_members(Archive& archive, T& finding) {
  auto& [rule_id, source, range, severity, message, definition, definition_kind, routes, fix, traces, suppression, join_part, values] = finding;
  archive(rule_id, source, range, severity, message, definition, definition_kind, routes, fix, traces, suppression, join_part, values);
}
template <class Archive, SameAs<Diagnostic> T>
void archive_members(Archive& archive, T& diagnostic) {
  auto& [level, code, message, place, rule_id] = diagnostic;
  archive(level, code, message, place, rule_id);
}
template <class Archive, SameAs<SkippedPair> T>
void archive_members(Archive& archive, T& pair) {
  auto& [path, rule_id, reason] = pair;
  archive(path, rule_id, reason);
}
template <class Archive, SameAs<FileAnalysis> T>
void archive_members(Archive& archive, T& analysis) {
  auto& [findings, diagnostics, skipped_pairs, was_parsed, unread_bytes] = analysis;
  std::vector<Diagnostic> list = diagnostics.list();
  archive(findings, list, skipped_pairs, was_parsed, unread_bytes);
  if constexpr (!std::is_const_v<T>)
    for (Diagnostic& each : list) diagnostics.add(each.level, each.code, std::move(each.message), std::move(each.place), std::move(each.rule_id));
}
template <class Archive, SameAs<KeptFile> T>
void archive_members(Archive& archive, T& file) {
  auto& [path, digest, languages, hosts, analysis, ends, is_in_program, parts] = file;
  archive(path, digest, languages, hosts, analysis, ends, is_in_program, parts);
}
template <class Archive, SameAs<KeptScan> T>
void archive_members(Archive& archive, T& scan) {
  auto& [languages, has_types, is_within_files, files, live_rules, settings_digest, flow] = scan;
  archive(languages, has_types, is_within_files, files, live_rules, settings_digest, flow);
}

namespace {

bool is_sound(const KeptScan& scan) {
  std::vector<std::size_t> functions;
  for (const KeptFile& file : scan.files) {
    for (const Finding& finding : file.analysis.findings) {
      if (finding.source.index >= scan.files.size()) return false;
      for (const Trace& trace : finding.traces)
        for (const TraceStep& step : trace)
          if (step.source.index >= scan.files.size()) return false;
    }
    for (const auto& [rule, kinds] : file.ends)
      if (rule >= scan.live_rules.size() && !scan.is_within_files) return false;
    for (const flow::FileHeader& part : file.parts) {
      if (part.facts.size() != part.functions.size()) return false;
      functions.push_back(part.functions.size());
      if (std::ranges::any_of(part.classes, [](const flow::ClassHeader& each) { return each.parents.size() != each.library_parents.size(); })) return false;
    }
  }
  if (scan.flow.files.size() != functions.size()) return false;
  for (std::size_t i = 0; i < functions.size(); ++i)
    if (scan.flow.files[i].functions.size() != functions[i]) return false;
  return flow::is_sound(scan.flow);
}

}  // namespace

std::string digest_of(const Source& source) {
  std::string tags{static_cast<char>(source.language), static_cast<char>(source.encoding), source.has_lone_cr ? '1' : '0'};
  return tags + sha256_bytes(source.text);
}

std::string kept_scan_key(const SourceSet& sources, std::initializer_list<std::string_view> parts) {
  auto order = [](const std::string& path) { return std::pair(std::hash<std::string>{}(path), path); };
  const std::string* least = nullptr;
  for (const Source& source : sources.all())
    if (!least || order(source.path) < order(*least)) least = &source.path;
  std::string all = cache_key(parts);
  return cache_key({"scan", all, least ? *least : std::string()});
}

std::string to_bytes(const KeptScan& scan) {
  ArchiveWriter writer;
  writer(scan);
  return std::move(writer).take();
}

std::optional<KeptScan> kept_scan_from_bytes(std::string_view bytes) {
  KeptScan scan;
  ArchiveReader reader(bytes);
  reader(scan);
  if (!reader.ok() || !is_sound(scan)) return std::nullopt;
  return scan;
}

}  // namespace sluice
