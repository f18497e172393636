// sarif/fields.h - the members of each object of the model, once, for reader and writer.
//
// `fields(io, object)` calls io(name, member) for each member in the order it is written.
// Io is the reader's or the writer's: it has an overload for each type of member.
//   io(name, member)           absent when empty (log.h says what that is per type)
//   io.required(name, member)  without it the log means nothing: missing is a mistake; always
//                              written. What else the standard demands is the validator's matter.
//   io.count(name, member, absent)  an integer whose value `absent` means it is not there
//   io.extra(member)           everything else; last
//
// To add a member: one line here beside the one in log.h. Members stand in the order
// people read a log: identity, then place, then detail, then properties.
#pragma once
#include <concepts>
#include <type_traits>

#include "sarif/log.h"

namespace sluice::sarif {

// The same list serves `T&` (reading) and `const T&` (writing).
template <class T, class U>
concept MaybeConst = std::same_as<std::remove_const_t<T>, U>;

template <class Io, MaybeConst<Text> T>
void fields(Io& io, T& t) {
  io("text", t.text);
  io("markdown", t.markdown);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Message> T>
void fields(Io& io, T& t) {
  io("id", t.id);
  io("arguments", t.arguments);
  io("text", t.text);
  io("markdown", t.markdown);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ArtifactContent> T>
void fields(Io& io, T& t) {
  io("text", t.text);
  io("binary", t.binary);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ArtifactLocation> T>
void fields(Io& io, T& t) {
  io("uri", t.uri);
  io("uriBaseId", t.uri_base_id);
  io.count("index", t.index, -1);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Region> T>
void fields(Io& io, T& t) {
  io.count("startLine", t.start_line, 0);
  io.count("startColumn", t.start_column, 0);
  io.count("endLine", t.end_line, 0);
  io.count("endColumn", t.end_column, 0);
  io.count("charOffset", t.char_offset, -1);
  io.count("charLength", t.char_length, -1);
  io.count("byteOffset", t.byte_offset, -1);
  io.count("byteLength", t.byte_length, -1);
  io("snippet", t.snippet);
  io.extra(t.extra);
}

template <class Io, MaybeConst<PhysicalLocation> T>
void fields(Io& io, T& t) {
  io("artifactLocation", t.artifact_location);
  io("region", t.region);
  io("contextRegion", t.context_region);
  io.extra(t.extra);
}

template <class Io, MaybeConst<LogicalLocation> T>
void fields(Io& io, T& t) {
  io("name", t.name);
  io("fullyQualifiedName", t.fully_qualified_name);
  io("decoratedName", t.decorated_name);
  io("kind", t.kind);
  io.count("index", t.index, -1);
  io.count("parentIndex", t.parent_index, -1);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Location> T>
void fields(Io& io, T& t) {
  io.count("id", t.id, -1);
  io("physicalLocation", t.physical_location);
  io("logicalLocations", t.logical_locations);
  io("message", t.message);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ThreadFlowLocation> T>
void fields(Io& io, T& t) {
  io.count("index", t.index, -1);
  io("location", t.location);
  io("kinds", t.kinds);
  io("state", t.state);
  io.count("nestingLevel", t.nesting_level, -1);
  io.count("executionOrder", t.execution_order, -1);
  io("importance", t.importance);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ThreadFlow> T>
void fields(Io& io, T& t) {
  io("id", t.id);
  io("message", t.message);
  io("locations", t.locations);
  io.extra(t.extra);
}

template <class Io, MaybeConst<CodeFlow> T>
void fields(Io& io, T& t) {
  io("message", t.message);
  io("threadFlows", t.thread_flows);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Replacement> T>
void fields(Io& io, T& t) {
  io.required("deletedRegion", t.deleted_region);
  io("insertedContent", t.inserted_content);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ArtifactChange> T>
void fields(Io& io, T& t) {
  io.required("artifactLocation", t.artifact_location);
  io("replacements", t.replacements);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Fix> T>
void fields(Io& io, T& t) {
  io("description", t.description);
  io("artifactChanges", t.artifact_changes);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Suppression> T>
void fields(Io& io, T& t) {
  io("guid", t.guid);
  io.required("kind", t.kind);
  io("status", t.status);
  io("justification", t.justification);
  io("location", t.location);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ToolComponentReference> T>
void fields(Io& io, T& t) {
  io("name", t.name);
  io.count("index", t.index, -1);
  io("guid", t.guid);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ReportingDescriptorReference> T>
void fields(Io& io, T& t) {
  io("id", t.id);
  io.count("index", t.index, -1);
  io("guid", t.guid);
  io("toolComponent", t.tool_component);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Provenance> T>
void fields(Io& io, T& t) {
  io("firstDetectionTimeUtc", t.first_detection_time_utc);
  io("lastDetectionTimeUtc", t.last_detection_time_utc);
  io("firstDetectionRunGuid", t.first_detection_run_guid);
  io("lastDetectionRunGuid", t.last_detection_run_guid);
  io.count("invocationIndex", t.invocation_index, -1);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Result> T>
void fields(Io& io, T& t) {
  io("ruleId", t.rule_id);
  io.count("ruleIndex", t.rule_index, -1);
  io("rule", t.rule);
  io("kind", t.kind);
  io("level", t.level);
  io("rank", t.rank);
  io.required("message", t.message);
  io("analysisTarget", t.analysis_target);
  io("locations", t.locations);
  io("relatedLocations", t.related_locations);
  io("codeFlows", t.code_flows);
  io("fingerprints", t.fingerprints);
  io("partialFingerprints", t.partial_fingerprints);
  io("guid", t.guid);
  io("correlationGuid", t.correlation_guid);
  io.count("occurrenceCount", t.occurrence_count, 0);
  io("fixes", t.fixes);
  io("suppressions", t.suppressions);
  io("baselineState", t.baseline_state);
  io("taxa", t.taxa);
  io("hostedViewerUri", t.hosted_viewer_uri);
  io("workItemUris", t.work_item_uris);
  io("provenance", t.provenance);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ReportingConfiguration> T>
void fields(Io& io, T& t) {
  io("enabled", t.enabled);
  io("level", t.level);
  io("rank", t.rank);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Relationship> T>
void fields(Io& io, T& t) {
  io.required("target", t.target);
  io("kinds", t.kinds);
  io("description", t.description);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ReportingDescriptor> T>
void fields(Io& io, T& t) {
  io.required("id", t.id);
  io("name", t.name);
  io("guid", t.guid);
  io("deprecatedIds", t.deprecated_ids);
  io("shortDescription", t.short_description);
  io("fullDescription", t.full_description);
  io("messageStrings", t.message_strings);
  io("help", t.help);
  io("helpUri", t.help_uri);
  io("defaultConfiguration", t.default_configuration);
  io("relationships", t.relationships);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<ToolComponent> T>
void fields(Io& io, T& t) {
  io.required("name", t.name);
  io("fullName", t.full_name);
  io("guid", t.guid);
  io("version", t.version);
  io("semanticVersion", t.semantic_version);
  io("organization", t.organization);
  io("informationUri", t.information_uri);
  io("language", t.language);
  io("isComprehensive", t.is_comprehensive);
  io("shortDescription", t.short_description);
  io("fullDescription", t.full_description);
  io("rules", t.rules);
  io("notifications", t.notifications);
  io("taxa", t.taxa);
  io("supportedTaxonomies", t.supported_taxonomies);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Tool> T>
void fields(Io& io, T& t) {
  io.required("driver", t.driver);
  io("extensions", t.extensions);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Notification> T>
void fields(Io& io, T& t) {
  io("descriptor", t.descriptor);
  io("associatedRule", t.associated_rule);
  io("level", t.level);
  io.required("message", t.message);
  io("locations", t.locations);
  io("timeUtc", t.time_utc);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Invocation> T>
void fields(Io& io, T& t) {
  io("commandLine", t.command_line);
  io("arguments", t.arguments);
  io("startTimeUtc", t.start_time_utc);
  io("endTimeUtc", t.end_time_utc);
  io("exitCode", t.exit_code);
  io("exitCodeDescription", t.exit_code_description);
  io("executionSuccessful", t.execution_successful);
  io("workingDirectory", t.working_directory);
  io("toolExecutionNotifications", t.tool_execution_notifications);
  io("toolConfigurationNotifications", t.tool_configuration_notifications);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<VersionControlDetails> T>
void fields(Io& io, T& t) {
  io("repositoryUri", t.repository_uri);
  io("revisionId", t.revision_id);
  io("branch", t.branch);
  io("revisionTag", t.revision_tag);
  io("asOfTimeUtc", t.as_of_time_utc);
  io("mappedTo", t.mapped_to);
  io.extra(t.extra);
}

template <class Io, MaybeConst<RunAutomationDetails> T>
void fields(Io& io, T& t) {
  io("id", t.id);
  io("guid", t.guid);
  io("correlationGuid", t.correlation_guid);
  io("description", t.description);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Artifact> T>
void fields(Io& io, T& t) {
  io("location", t.location);
  io.count("parentIndex", t.parent_index, -1);
  io.count("length", t.length, -1);
  io("roles", t.roles);
  io("mimeType", t.mime_type);
  io("encoding", t.encoding);
  io("sourceLanguage", t.source_language);
  io("lastModifiedTimeUtc", t.last_modified_time_utc);
  io("hashes", t.hashes);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Run> T>
void fields(Io& io, T& t) {
  io.required("tool", t.tool);
  io("automationDetails", t.automation_details);
  io("columnKind", t.column_kind);
  io("newlineSequences", t.newline_sequences);
  io("defaultEncoding", t.default_encoding);
  io("defaultSourceLanguage", t.default_source_language);
  io("language", t.language);
  io("originalUriBaseIds", t.original_uri_base_ids);
  io("versionControlProvenance", t.version_control_provenance);
  io("artifacts", t.artifacts);
  io("logicalLocations", t.logical_locations);
  io("threadFlowLocations", t.thread_flow_locations);
  io("taxonomies", t.taxonomies);
  io("invocations", t.invocations);
  io("baselineGuid", t.baseline_guid);
  io("redactionTokens", t.redaction_tokens);
  io("results", t.results);
  io("properties", t.properties);
  io.extra(t.extra);
}

template <class Io, MaybeConst<Log> T>
void fields(Io& io, T& t) {
  io("$schema", t.schema);
  io.required("version", t.version);
  io.required("runs", t.runs);
  io("properties", t.properties);
  io.extra(t.extra);
}

}  // namespace sluice::sarif
