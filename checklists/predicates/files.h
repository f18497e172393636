// checklists/predicates/files.h - what the predicates over files of the tree share.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "checklists/predicate.h"

namespace sluice::checklists {

// `files: [globs]`, which must be there, and `if-none: fail | open | not-applicable`: the
// answer when no file matches (`usual` when not given).
struct FileChoice {
  std::vector<std::string> globs;
  sarif::Kind if_none;
};
FileChoice read_file_choice(yaml::Fields& fields, sarif::Kind usual);

// The answer for a tree without such files.
Judgement none_found(const FileChoice& choice, const Tree& tree);

// Reads each file and gives it to `visit`; notes it in `looked`. A file that could not
// be read becomes the message of an open answer, which is returned.
std::optional<Judgement> visit_files(const Evidence& evidence, const std::vector<std::string>& paths, std::vector<Looked>& looked,
                                     const std::function<void(const std::string& path, const std::string& text)>& visit);

// A pass that an incomplete tree cannot support becomes open.
Judgement unless_incomplete(Judgement answer, const Tree& tree);

std::uint32_t line_of(std::string_view text, std::size_t offset);  // from 1

}  // namespace sluice::checklists
