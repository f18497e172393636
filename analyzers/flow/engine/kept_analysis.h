// analyzers/flow/engine/kept_analysis.h - an analysis of a program as it is kept for the next scan: for each
// summary what it depends on and what was found with it. Summaries themselves are not kept.
//
// Bytes that were damaged are never read (base/cache.h); numbers are checked all the same (is_sound).
//
// Files, names and summaries are numbers of the lists here; functions a file and their number in it.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/archive.h"

namespace sluice::flow {

inline constexpr std::uint32_t kNoKept = UINT32_MAX;

struct KeptFunction {
  std::uint32_t file = kNoKept, function = kNoKept;
  friend auto operator<=>(const KeptFunction&, const KeptFunction&) = default;
};

struct KeptArgument {
  std::uint32_t parameter = 0, constant = kNoKept, type = kNoKept;  // names
  bool is_exact_type = false;
  KeptFunction function;
};

struct KeptCapture {
  KeptFunction owner;
  std::uint32_t variable = kNoKept;  // a name
  KeptFunction function;
};

// summary.h's Context
struct KeptContext {
  std::vector<KeptArgument> arguments;
  std::vector<KeptCapture> captures;
  std::uint32_t self_type = kNoKept;
};

// Data that reaches a place by this summary, by the shortest of its ways.
struct KeptHit {
  std::uint32_t file = 0, begin = 0, end = 0;  // of the sink
  std::uint16_t rule = 0;
  bool has_source = false;
  bool is_told = false;               // of all summaries' hits on that place it is among those that are reported
  bool is_shared = false;             // somebody else left the data in a variable that both share
  std::uint32_t rank = 0;
  KeptFunction source;
  std::uint64_t source_place = 0;     // in that function: Atom::place
  std::uint32_t source_begin = 0, source_end = 0;  // of what a pattern matched
};

// A variable of a file, or a field of a class, that several functions share.
struct KeptShared {
  KeptFunction owner;
  std::uint32_t name = 0;
  friend auto operator<=>(const KeptShared&, const KeptShared&) = default;
};

struct KeptSummary {
  KeptFunction function;
  KeptContext context;
  std::vector<std::uint32_t> files, names;   // engine/dependencies.h
  std::vector<KeptFunction> asked;
  std::vector<std::uint32_t> summaries;      // that it was given
  bool reads_settings = false;
  bool was_cut = false;
  std::vector<KeptHit> hits;
  std::vector<KeptShared> writes, reads;     // data of sources goes there; what is there goes to a sink
};

struct KeptFile {
  static constexpr std::uint8_t kRoot = 1, kHasAny = 2;  // Relevance
  std::vector<std::uint8_t> functions;
};

struct KeptAnalysis {
  std::vector<std::string> names, name_digests;
  std::vector<KeptFile> files;               // of the program, in its order
  std::vector<KeptSummary> summaries;
  bool has_pattern_rules = false;
};

// Every number is one of its list.
bool is_sound(const KeptAnalysis& kept);

// --- as bytes (base/archive.h) ---

template <class Archive, SameAs<KeptFunction> T>
void archive_members(Archive& archive, T& each) {
  auto& [file, function] = each;
  archive(file, function);
}
template <class Archive, SameAs<KeptArgument> T>
void archive_members(Archive& archive, T& each) {
  auto& [parameter, constant, type, is_exact_type, function] = each;
  archive(parameter, constant, type, is_exact_type, function);
}
template <class Archive, SameAs<KeptCapture> T>
void archive_members(Archive& archive, T& each) {
  auto& [owner, variable, function] = each;
  archive(owner, variable, function);
}
template <class Archive, SameAs<KeptContext> T>
void archive_members(Archive& archive, T& each) {
  auto& [arguments, captures, self_type] = each;
  archive(arguments, captures, self_type);
}
template <class Archive, SameAs<KeptHit> T>
void archive_members(Archive& archive, T& each) {
  auto& [file, begin, end, rule, has_source, is_told, is_shared, rank, source, source_place, source_begin, source_end] = each;
  archive(file, begin, end, rule, has_source, is_told, is_shared, rank, source, source_place, source_begin, source_end);
}
template <class Archive, SameAs<KeptShared> T>
void archive_members(Archive& archive, T& each) {
  auto& [owner, name] = each;
  archive(owner, name);
}
template <class Archive, SameAs<KeptSummary> T>
void archive_members(Archive& archive, T& each) {
  auto& [function, context, files, names, asked, summaries, reads_settings, was_cut, hits, writes, reads] = each;
  archive(function, context, files, names, asked, summaries, reads_settings, was_cut, hits, writes, reads);
}
template <class Archive, SameAs<KeptFile> T>
void archive_members(Archive& archive, T& each) {
  auto& [functions] = each;
  archive(functions);
}
template <class Archive, SameAs<KeptAnalysis> T>
void archive_members(Archive& archive, T& each) {
  auto& [names, name_digests, files, summaries, has_pattern_rules] = each;
  archive(names, name_digests, files, summaries, has_pattern_rules);
}

}  // namespace sluice::flow
