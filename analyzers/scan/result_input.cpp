#include "analyzers/scan/result_input.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>

#include "analyzers/scan/rule_input.h"
#include "analyzers/scan/secret_mask.h"
#include "base/parallel.h"
#include "base/text.h"
#include "sarif/columns.h"
#include "sarif/fingerprint.h"

namespace sluice {
namespace {

// What is worked out once for each file that has findings.
struct FileFacts {
  sarif::TextLines lines;
  std::string masked;       // byte for byte as long as the text, without secrets; empty when it has none
  std::string_view shown;   // the text that snippets are taken from
  std::optional<sarif::TextLines> masked_lines;
  FileFacts(const Source& source, const std::vector<ByteRange>& secrets)
      : lines(source.text), masked(secrets.empty() ? "" : mask_secrets(source.text, secrets)), shown(secrets.empty() ? source.text : masked) {
    if (!secrets.empty()) masked_lines.emplace(masked);
  }
  FileFacts(const FileFacts&) = delete;  // views refer to `masked`
  FileFacts& operator=(const FileFacts&) = delete;
};

// GitHub hashes the file as it lies there, its byte order mark included.
std::string file_bytes(const Source& source) {
  return source.encoding == Encoding::Utf8Bom ? "\xEF\xBB\xBF" + source.text : source.text;
}

// What all files share.
struct ScanFacts {
  const ScanResult& result;
  std::set<std::string_view> secret_rules;
  std::map<std::uint32_t, std::vector<ByteRange>> secrets;  // by SourceId

  explicit ScanFacts(const ScanResult& scan) : result(scan) {
    for (const RuleInfo& rule : scan.rules)
      if (finds_secrets(rule)) secret_rules.insert(rule.id);
    for (const Finding& finding : scan.findings)
      if (secret_rules.contains(finding.rule_id)) secrets[finding.source.index].push_back(finding.range);
  }
  const std::vector<ByteRange>& secrets_in(SourceId id) const {
    static const std::vector<ByteRange> none;
    auto found = secrets.find(id.index);
    return found == secrets.end() ? none : found->second;
  }
};

// Makes the results of one file. Traces may lead to other files, whose facts are kept for the next step.
class ResultMaker {
 public:
  ResultMaker(const ScanFacts& scan, sarif::ResultDetail detail) : scan_(scan), detail_(detail) {}

  sarif::ResultInput run(const Finding& finding) {
    sarif::ResultInput out;
    out.rule_id = finding.rule_id;
    out.level = level_of(finding.severity);
    out.message = std::string(trim(finding.message));
    out.place = place_of(finding.source, finding.range);
    out.place.definition = finding.definition;
    out.place.definition_kind = finding.definition_kind;
    auto line = static_cast<std::size_t>(out.place.region.start_line);
    if (detail_ == sarif::ResultDetail::All && hashed_ != finding.source) {
      hashes_ = sarif::line_hashes(file_bytes(scan_.result.tree.sources[finding.source]));
      hashed_ = finding.source;
    }
    if (line >= 1 && line <= hashes_.size()) out.line_hash = hashes_[line - 1].text();
    // Without secrets here too: a weak password can be found out from the fingerprint that is made of this.
    std::size_t length = finding.range.end - finding.range.begin;
    out.matched_text = facts_of(finding.source).shown.substr(finding.range.begin, length);
    std::string_view matched = std::string_view(scan_.result.tree.sources[finding.source].text).substr(finding.range.begin, length);
    if (scan_.secret_rules.contains(finding.rule_id)) out.message = mask_message(out.message, matched);
    if (finding.fix) out.fixes.push_back({"Replace the matched code", {{out.place.path, out.place.region, *finding.fix}}});
    if (finding.suppression) {
      sarif::Suppression suppression;
      suppression.kind = sarif::SuppressionKind::InSource;
      suppression.status = sarif::SuppressionStatus::Accepted;
      if (!finding.suppression->justification.empty()) suppression.justification = finding.suppression->justification;
      out.suppressions.push_back(std::move(suppression));
    }
    if (!finding.routes.empty()) out.properties.set_texts("sluice/routes", finding.routes);
    for (const Trace& trace : finding.traces) out.flows.push_back(flow_of(trace));
    return out;
  }

  sarif::FlowInput flow_of(const Trace& trace) {
    sarif::FlowInput flow;
    for (const TraceStep& step : trace) {
      sarif::StepInput input;
      input.place = place_of(step.source, step.range);
      input.place.message = step.message;
      input.nesting_level = static_cast<std::int32_t>(step.depth);
      flow.steps.push_back(std::move(input));
    }
    return flow;
  }

 private:
  const FileFacts& facts_of(SourceId id) {
    auto found = files_.find(id.index);
    if (found == files_.end()) found = files_.try_emplace(id.index, scan_.result.tree.sources[id], scan_.secrets_in(id)).first;
    return found->second;
  }

  sarif::PlaceInput place_of(SourceId id, ByteRange range) {
    const FileFacts& facts = facts_of(id);
    sarif::PlaceInput place;
    place.path = scan_.result.tree.sources[id].path;
    if (detail_ == sarif::ResultDetail::WithoutCode) {
      place.region = facts.lines.region(range.begin, range.end, 0);
      return place;
    }
    place.region = facts.lines.region(range.begin, range.end);
    if (facts.masked_lines) place.region.snippet = facts.masked_lines->region(range.begin, range.end).snippet;
    // A context is whole lines: it has no columns that the blots could shift.
    place.context = (facts.masked_lines ? *facts.masked_lines : facts.lines).context(place.region);
    return place;
  }

  const ScanFacts& scan_;
  const sarif::ResultDetail detail_;
  std::map<std::uint32_t, FileFacts> files_;
  // Of the file that the results are in: those of files that traces lead through are not asked for.
  SourceId hashed_;
  std::vector<sarif::LineHash> hashes_;
};

// Findings of one file stand together.
std::vector<std::span<const Finding>> by_file(const std::vector<Finding>& findings) {
  std::vector<std::span<const Finding>> files;
  for (std::size_t begin = 0, end = 0; begin < findings.size(); begin = end) {
    while (end < findings.size() && findings[end].source.index == findings[begin].source.index) ++end;
    files.emplace_back(&findings[begin], end - begin);
  }
  return files;
}

}  // namespace

std::vector<sarif::ResultInput> result_inputs(const ScanResult& result, unsigned jobs) {
  const ScanFacts scan(result);
  const std::vector<std::span<const Finding>> files = by_file(result.findings);
  std::vector<sarif::ResultInput> inputs(result.findings.size());
  for_each_index(files.size(), jobs, [&] {
    return [&](std::size_t i) {
      ResultMaker maker(scan, sarif::ResultDetail::All);
      auto out = inputs.begin() + (files[i].data() - result.findings.data());
      for (const Finding& finding : files[i]) *out++ = maker.run(finding);
    };
  });
  return inputs;
}

sarif::ResultParts result_parts(const ScanResult& result) {
  struct Shared {
    ScanFacts scan;
    std::vector<std::vector<const Finding*>> files;
  };
  auto shared = std::make_shared<Shared>(Shared{ScanFacts(result), {}});
  // Those of joins stand behind the others: their files come up again.
  std::map<std::string_view, std::vector<const Finding*>> by_path;
  std::set<std::string_view> visited;
  for (const Finding& finding : result.findings) {
    by_path[result.tree.sources[finding.source].path].push_back(&finding);
    for (const Trace& trace : finding.traces)
      for (const TraceStep& step : trace) visited.insert(result.tree.sources[step.source].path);
  }
  sarif::ResultParts parts;
  for (auto& [path, findings] : by_path) {
    parts.paths.emplace_back(path);
    shared->files.push_back(std::move(findings));
  }
  parts.visited_paths.assign(visited.begin(), visited.end());
  parts.make = [shared](std::size_t part, sarif::ResultDetail detail) {
    ResultMaker maker(shared->scan, detail);
    std::vector<sarif::ResultInput> inputs;
    inputs.reserve(shared->files[part].size());
    for (const Finding* finding : shared->files[part]) inputs.push_back(maker.run(*finding));
    return inputs;
  };
  return parts;
}

}  // namespace sluice
