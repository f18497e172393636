// sarif/builder.h - the canonical log of one run, made from what a scan knows.
//
// The scan hands in facts about its tool, rules, results and failures, in any order;
// `build` sorts them, numbers them, links them and adds what consumers want: artifacts,
// taxonomies with just the taxa that rules use, notification descriptors, fingerprints.
// The same facts give the same log, in whatever order and from whatever thread they came.
//
//   RunBuilder builder(tool);
//   for (const Rule& rule : rules) builder.add_rule(to_input(rule));
//   const TextLines lines(source.text);
//   const std::vector<LineHash> hashes = line_hashes(source.text);
//   ResultInput result;
//   result.rule_id = "c-format-string";
//   result.place = {"src/a.c", lines.region(span.begin, span.end), {}, "ns::f", "function"};
//   result.place.context = lines.context(result.place.region);
//   result.line_hash = hashes[result.place.region.start_line - 1].text();
//   builder.add_result(std::move(result));
//   Log log = std::move(builder).build();
//
// Not here: byte offsets to regions (sarif/columns.h), what single consumers cannot take
// (sarif/profile.h). Not shared between threads.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "sarif/log.h"

namespace sluice::sarif {
struct ResultParts;
struct StreamedLog;

struct ToolInput {
  std::string name = "Sluice";
  std::string version;          // "0.1.0", semantic
  std::string organization;     // may be empty
  std::string information_uri;  // https, where people read about the tool; validators warn when it is empty
};

struct RuleInput {
  std::string id;
  std::string name;                                 // UpperCamel; empty: made from the id
  std::string short_description, full_description;  // cut at 1024 bytes; empty: see `build`
  std::string help_text, help_markdown, help_uri;
  Level level = Level::Warning;
  std::optional<double> security_severity;          // 0.1 to 10.0, as CVSS
  std::string precision;                            // very-high, high, medium, low
  std::vector<int> cwe;                             // 89
  std::vector<std::string> owasp_2021, owasp_2025;  // "A03:2021"; "A05:2025"
  std::vector<std::string> tags;                    // beyond those made from cwe and owasp
  Members properties;                               // anything else
};

// A place in a file of the scanned tree.
struct PlaceInput {
  std::string path;               // relative to the source root, not encoded
  Region region;                  // of sarif/columns.h; start_line 0: the file as a whole
  std::optional<Region> context;  // left out of the log unless it is larger than `region`
  std::string definition;         // qualified name of what encloses it, empty at file level
  std::string definition_kind;    // "function", "member", "type", "module" (3.33.7)
  std::string message;            // what happens here (related places and steps)
};

struct StepInput {
  PlaceInput place;
  std::vector<std::string> kinds;  // 3.38.8: {"acquire", "taint"}, {"call", "function"}, {"danger"}
  std::int32_t nesting_level = 0;  // call depth
  Importance importance = Importance::Important;
};

struct FlowInput {
  std::string message;
  std::vector<StepInput> steps;  // source first; the last is the result's own place
};

struct EditInput {
  std::string path;
  Region deleted;  // only its four numbers are used
  std::string inserted;
};

struct FixInput {
  std::string description;
  std::vector<EditInput> edits;
};

struct ResultInput {
  std::string rule_id;         // of a rule that was added
  std::optional<Level> level;  // absent: the rule's
  Kind kind = Kind::Fail;      // others have no level
  std::string message, message_markdown;
  PlaceInput place;
  std::vector<PlaceInput> related;  // get the ids 1, 2, ... that `[text](1)` in a message links to
  std::vector<FlowInput> flows;
  std::vector<FixInput> fixes;
  std::vector<Suppression> suppressions;
  std::string line_hash;                     // of sarif/fingerprint.h for place.region.start_line; empty: left out
  std::string matched_text;                  // for our fingerprint; empty: the snippet's text
  double rank = -1;                          // 0 to 100
  Members partial_fingerprints, properties;  // more of them
};

// A kind of notification, so that a reader learns what a code means and what to do.
struct NotificationKindInput {
  std::string code;  // kebab-case, as Diagnostic::code
  std::string short_description, full_description, help;
  Level level = Level::Warning;
};

struct ArtifactInput {
  std::string path;
  std::int64_t length = -1;
  std::string language;  // SARIF's names: "c", "cplusplus", "csharp", "javascript"
  std::string mime_type;
  std::string sha256;  // hex
};

// What the process did. The clock and the machine stay out of a reproducible log: leave
// those members empty.
struct InvocationInput {
  bool successful = true;  // an error notification makes it false (3.20.21)
  std::optional<std::int32_t> exit_code;
  std::string command_line, start_time_utc, end_time_utc;  // times as 2026-01-31T23:59:59.000Z
  Members properties;
};

class RunBuilder {
 public:
  explicit RunBuilder(ToolInput tool) : tool_(std::move(tool)) {}

  void add_rule(RuleInput rule) { rules_.push_back(std::move(rule)); }
  void add_result(ResultInput result) { results_.push_back(std::move(result)); }
  // A file that was analyzed. Files of results need not be added, but gain facts by it.
  void add_artifact(ArtifactInput artifact) { artifacts_.push_back(std::move(artifact)); }
  void add_notification_kind(NotificationKindInput kind) { kinds_.push_back(std::move(kind)); }
  // What could not be analyzed. Places without a file are the run as a whole.
  void add_diagnostic(Diagnostic diagnostic) { execution_.push_back(std::move(diagnostic)); }
  // What was wrong with how the tool was set up: unknown rule ids, a bad option.
  void add_configuration_diagnostic(Diagnostic diagnostic) { configuration_.push_back(std::move(diagnostic)); }
  // `id` up to the last `/` is the category that consumers keep logs apart by: "sluice/cpp/".
  void set_automation(std::string id, std::string description);
  void set_version_control(VersionControlDetails details) { version_control_ = std::move(details); }
  void set_invocation(InvocationInput invocation) { invocation_ = std::move(invocation); }
  void set_properties(Members properties) { properties_ = std::move(properties); }

  // A log of one run. A rule without descriptions gets them from its id, because
  // consumers refuse rules without; a result of a rule that was not added is our bug.
  // `jobs`: threads that share the results; the log does not depend on it.
  Log build(unsigned jobs = 1) &&;
  // The same log, its results made when they are written (sarif/result_stream.h): they come from
  // `parts`, none was added.
  StreamedLog build_stream(ResultParts parts) &&;

 private:
  friend class RunAssembler;
  ToolInput tool_;
  std::vector<RuleInput> rules_;
  std::vector<ResultInput> results_;
  std::vector<ArtifactInput> artifacts_;
  std::vector<NotificationKindInput> kinds_;
  std::vector<Diagnostic> execution_, configuration_;
  std::string automation_id_ = "sluice/", automation_description_;
  std::optional<VersionControlDetails> version_control_;
  InvocationInput invocation_;
  Members properties_;
};

}  // namespace sluice::sarif
