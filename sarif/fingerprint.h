// sarif/fingerprint.h - tells whether results of two runs are the same result.
//
// Lines move between two runs, files get renamed, code above changes. Two fingerprints
// stand in each result's partialFingerprints:
//   kLineHash  what GitHub code scanning computes itself and identifies alerts by. Its
//              key has no version: GitHub reads only this spelling. It covers the line and
//              the up to hundred characters that follow, so edits below change it.
//   kSluiceFingerprint  ours: rule, enclosing definition, matched text. Neither path nor
//              line numbers, so it survives shifted lines, renamed files and reformatting.
//
// Never change what a key means: add a new version beside it.
// Not here: comparing logs by them (sarif/diff.h).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sarif {

inline constexpr std::string_view kLineHash = "primaryLocationLineHash";
inline constexpr std::string_view kSluiceFingerprint = "sluice/v1";

// Of one line: a hash of what begins there, and the how many-eth line of the file with it, from 1.
struct LineHash {
  std::uint64_t hash = 0;
  std::uint32_t count = 0;
  std::string text() const;  // `hash:count`
};

// The line hash of every line of a file, line 1 first; one pass.
// Source: github/codeql-action, src/fingerprints.ts.
std::vector<LineHash> line_hashes(std::string_view file_bytes);

// `definition` is the qualified name of the enclosing definition, empty at file level.
// Blanks and line breaks of `matched_text` do not count. Equal results in one file
// differ by `occurrence`, counted from 0 in the order of their places. 32 hex digits.
std::string sluice_fingerprint(std::string_view rule_id, std::string_view definition, std::string_view matched_text,
                               std::uint32_t occurrence);
// What of it is hashed, without the occurrence: equal for equal results.
std::string hash_identity(std::string_view identity, std::uint32_t occurrence);
std::string fingerprint_identity(std::string_view rule_id, std::string_view definition, std::string_view matched_text);

}  // namespace sluice::sarif
