// sarif/log.h - the SARIF 2.1.0 model: plain structs, one for each object Sluice uses.
//
// It is the one thing that passes between analyzers and what comes after them.
// A struct's members carry the standard's names in our spelling (`startLine` is
// `start_line`); the section of the standard stands where its wording matters.
//
// How absence is told: an empty string, an empty vector, a line or column 0, an index
// or offset -1 mean "not there". Where the standard gives an empty value a meaning of
// its own, the member is optional. `extra` keeps everything else a foreign log has:
// members this model lacks, and known ones that were null or empty, so that reading and
// writing a log loses nothing. Small objects keep their property bag in `extra` too.
//
// To add a member: 1. here; 2. one line in sarif/fields.h (reader and writer follow).
//
// Not here: making a log of a scan (sarif/builder.h), reading, writing, judging one
// (sarif/reader.h, writer.h, validator.h).
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sarif/members.h"

namespace sluice::sarif {

inline constexpr std::string_view kSchemaUri =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
inline constexpr std::string_view kSourceRoot = "%SRCROOT%";  // the uriBaseId of the scanned tree

enum class Level : std::uint8_t { None, Note, Warning, Error };
enum class Kind : std::uint8_t { NotApplicable, Pass, Fail, Review, Open, Informational };
enum class BaselineState : std::uint8_t { New, Unchanged, Updated, Absent };
enum class SuppressionKind : std::uint8_t { InSource, External };
enum class SuppressionStatus : std::uint8_t { Accepted, UnderReview, Rejected };
enum class Importance : std::uint8_t { Important, Essential, Unimportant };
enum class ColumnKind : std::uint8_t { Utf16CodeUnits, UnicodeCodePoints };

// The standard's word for a value, e.g. "notApplicable".
std::string_view to_string(Level value);
std::string_view to_string(Kind value);
std::string_view to_string(BaselineState value);
std::string_view to_string(SuppressionKind value);
std::string_view to_string(SuppressionStatus value);
std::string_view to_string(Importance value);
std::string_view to_string(ColumnKind value);

// A multiformatMessageString: a description or a help text.
struct Text {
  std::string text, markdown;
  Members extra;
};

struct Message {
  std::string text, markdown, id;
  std::vector<std::string> arguments;
  Members extra;
};

struct ArtifactContent {
  std::string text, binary;
  Members extra;
};

struct ArtifactLocation {
  std::string uri, uri_base_id;
  std::int32_t index = -1;  // into Run::artifacts
  Members extra;
};

// Lines and columns count from 1; end_column is the column after the last character.
struct Region {
  std::int32_t start_line = 0, start_column = 0, end_line = 0, end_column = 0;
  std::int64_t char_offset = -1, char_length = -1, byte_offset = -1, byte_length = -1;
  std::optional<ArtifactContent> snippet;
  Members extra;
};

struct PhysicalLocation {
  std::optional<ArtifactLocation> artifact_location;
  std::optional<Region> region, context_region;
  Members extra;
};

struct LogicalLocation {
  std::string name, fully_qualified_name, decorated_name, kind;
  std::int32_t index = -1, parent_index = -1;  // into Run::logical_locations
  Members extra;
};

struct Location {
  std::int64_t id = -1;
  std::optional<PhysicalLocation> physical_location;
  std::vector<LogicalLocation> logical_locations;
  std::optional<Message> message;
  Members extra;
};

struct ThreadFlowLocation {
  std::int32_t index = -1;  // into Run::thread_flow_locations
  std::optional<Location> location;
  std::vector<std::string> kinds;  // "acquire", "taint", "call", "danger" ... (3.38.8)
  std::map<std::string, Text> state;
  std::int32_t nesting_level = -1, execution_order = -1;
  std::optional<Importance> importance;
  Members extra;
};

struct ThreadFlow {
  std::string id;
  std::optional<Message> message;
  std::vector<ThreadFlowLocation> locations;
  Members extra;
};

struct CodeFlow {
  std::optional<Message> message;
  std::vector<ThreadFlow> thread_flows;
  Members extra;
};

struct Replacement {
  Region deleted_region;
  std::optional<ArtifactContent> inserted_content;
  Members extra;
};

struct ArtifactChange {
  ArtifactLocation artifact_location;
  std::vector<Replacement> replacements;
  Members extra;
};

struct Fix {
  std::optional<Message> description;
  std::vector<ArtifactChange> artifact_changes;
  Members extra;
};

struct Suppression {
  std::string guid;
  SuppressionKind kind = SuppressionKind::InSource;
  std::optional<SuppressionStatus> status;  // absent counts as accepted
  std::string justification;
  std::optional<Location> location;  // of the comment that suppresses
  Members properties, extra;
};

struct ToolComponentReference {
  std::string name, guid;
  std::int32_t index = -1;  // -1: the driver; else into the array the context names
  Members extra;
};

struct ReportingDescriptorReference {
  std::string id, guid;
  std::int32_t index = -1;
  std::optional<ToolComponentReference> tool_component;
  Members extra;
};

struct Provenance {
  std::string first_detection_time_utc, last_detection_time_utc, first_detection_run_guid, last_detection_run_guid;
  std::int32_t invocation_index = -1;
  Members properties, extra;
};

// In this namespace `Result` is the standard's object; the type of a call that can fail is `sluice::Result<T>`.
struct Result {
  std::string rule_id;
  std::int32_t rule_index = -1;  // into the driver's rules
  std::optional<ReportingDescriptorReference> rule;
  std::optional<Kind> kind;    // absent: fail
  std::optional<Level> level;  // absent: the rule's, else warning
  double rank = -1;            // 0 to 100
  Message message;
  std::optional<ArtifactLocation> analysis_target;
  std::vector<Location> locations, related_locations;
  std::vector<CodeFlow> code_flows;
  // Name to a JSON string. Some tools nest objects here, which must survive too.
  Members fingerprints, partial_fingerprints;
  std::string guid, correlation_guid;
  std::int64_t occurrence_count = 0;
  std::vector<Fix> fixes;
  std::optional<std::vector<Suppression>> suppressions;  // []: looked for and found none (3.27.23)
  std::optional<BaselineState> baseline_state;
  std::vector<ReportingDescriptorReference> taxa;
  std::string hosted_viewer_uri;
  std::vector<std::string> work_item_uris;
  std::optional<Provenance> provenance;
  Members properties, extra;
};

struct ReportingConfiguration {
  std::optional<bool> enabled;
  std::optional<Level> level;
  double rank = -1;
  Members extra;
};

struct Relationship {
  ReportingDescriptorReference target;
  std::vector<std::string> kinds;  // "superset", "relevant" ...
  std::optional<Message> description;
  Members extra;
};

// A rule, a kind of notification, or a taxon.
struct ReportingDescriptor {
  std::string id, name, guid;
  std::vector<std::string> deprecated_ids;
  std::optional<Text> short_description, full_description;
  std::map<std::string, Text> message_strings;
  std::optional<Text> help;
  std::string help_uri;
  std::optional<ReportingConfiguration> default_configuration;
  std::vector<Relationship> relationships;
  Members properties, extra;
};

// A tool, a plugin of one, or a taxonomy.
struct ToolComponent {
  std::string name, full_name, guid, version, semantic_version, organization, information_uri, language;
  std::optional<bool> is_comprehensive;
  std::optional<Text> short_description, full_description;
  std::vector<ReportingDescriptor> rules, notifications, taxa;
  std::vector<ToolComponentReference> supported_taxonomies;
  Members properties, extra;
};

struct Tool {
  ToolComponent driver;
  std::vector<ToolComponent> extensions;
  Members extra;
};

struct Notification {
  std::optional<ReportingDescriptorReference> descriptor, associated_rule;
  std::optional<Level> level;  // absent: warning
  Message message;
  std::vector<Location> locations;
  std::string time_utc;
  Members properties, extra;
};

struct Invocation {
  std::string command_line;
  std::vector<std::string> arguments;
  std::string start_time_utc, end_time_utc;
  std::optional<std::int32_t> exit_code;
  std::string exit_code_description;
  std::optional<bool> execution_successful;
  std::optional<ArtifactLocation> working_directory;
  std::vector<Notification> tool_execution_notifications, tool_configuration_notifications;
  Members properties, extra;
};

struct VersionControlDetails {
  std::string repository_uri, revision_id, branch, revision_tag, as_of_time_utc;
  std::optional<ArtifactLocation> mapped_to;
  Members extra;
};

struct RunAutomationDetails {
  std::string id, guid, correlation_guid;
  std::optional<Message> description;
  Members extra;
};

struct Artifact {
  std::optional<ArtifactLocation> location;
  std::int32_t parent_index = -1;
  std::int64_t length = -1;  // bytes
  std::vector<std::string> roles;
  std::string mime_type, encoding, source_language, last_modified_time_utc;
  std::map<std::string, std::string> hashes;  // "sha-256" to hex
  Members properties, extra;
};

struct Run {
  Tool tool;
  std::optional<RunAutomationDetails> automation_details;
  std::optional<ColumnKind> column_kind;
  std::vector<std::string> newline_sequences;
  std::string default_encoding, default_source_language, language;
  std::map<std::string, ArtifactLocation> original_uri_base_ids;
  std::vector<VersionControlDetails> version_control_provenance;
  std::vector<Artifact> artifacts;
  std::vector<LogicalLocation> logical_locations;
  std::vector<ThreadFlowLocation> thread_flow_locations;
  std::vector<ToolComponent> taxonomies;
  std::vector<Invocation> invocations;
  std::string baseline_guid;
  std::vector<std::string> redaction_tokens;
  // []: analyzed, nothing found; absent: the tool never began (3.14.23).
  std::optional<std::vector<Result>> results;
  Members properties, extra;
};

struct Log {
  std::string schema;  // the member `$schema`
  std::string version = "2.1.0";
  std::vector<Run> runs;
  Members properties, extra;
};

// The level a consumer shows: the result's own, else none for kinds other than fail,
// else the rule's default, else warning (3.27.10).
Level effective_level(const Run& run, const Result& result);
// The descriptor of a result's rule in the driver, by index and else by id; null when there is none.
const ReportingDescriptor* find_rule(const Run& run, const Result& result);
// At least one suppression is accepted (or says nothing about it) and none is rejected.
// One that is still under review does not suppress.
bool is_suppressed(const Result& result);
// False when the run failed, tells an error, or never began: what it does not report may
// still be there (Appendix I).
bool is_complete(const Run& run);
// What consumers keep the logs of one tool apart by: automationDetails.id up to the last `/`.
std::string category_of(const Run& run);

}  // namespace sluice::sarif
