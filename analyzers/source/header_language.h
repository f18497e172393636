// analyzers/source/header_language.h - whether a `.h` is C or C++.
//
// One language per header, and the same one in every run over the same files. C++ when, in
// this order: its own text is (a marker such as `namespace` or `#include <vector>`, outside
// of comments and `#ifdef __cplusplus`); a C++ file of the same name lies beside it; a C++
// file, or a header that is C++ by these rules, includes it. Else C.
//
// Which file an `#include` means is told without include paths: the one it names seen from
// the including file, else every header whose path ends in what is written.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/source.h"

namespace sluice {

// The first sign of C++ in the text, as a reason ("`namespace` at line 12"); empty when there is none.
std::string find_cpp_marker(std::string_view text);

// What the text includes, as written between the quotes or brackets.
std::vector<std::string> includes_of(std::string_view text);

// Sets language and reason of `headers` (indices into `sources`).
void decide_header_languages(std::span<Source> sources, std::span<const std::uint32_t> headers, unsigned jobs);

}  // namespace sluice
