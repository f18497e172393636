#include "checklists/predicates/files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/digest.h"
#include "base/file.h"

namespace sluice::checklists {

FileChoice read_file_choice(yaml::Fields& fields, sarif::Kind usual) {
  FileChoice choice;
  fields.required("files");
  choice.globs = fields.texts("files");
  choice.if_none = fields
                       .word<sarif::Kind>("if-none", {{"fail", sarif::Kind::Fail},
                                                      {"open", sarif::Kind::Open},
                                                      {"not-applicable", sarif::Kind::NotApplicable}})
                       .value_or(usual);
  return choice;
}

Judgement none_found(const FileChoice& choice, const Tree& tree) {
  Judgement answer;
  answer.kind = tree.incomplete().empty() ? choice.if_none : sarif::Kind::Open;
  answer.message = fmt::format("there is no file {}", fmt::join(choice.globs, " or "));
  if (!tree.incomplete().empty()) answer.message += "; " + tree.incomplete();
  return answer;
}

std::optional<Judgement> visit_files(const Evidence& evidence, const std::vector<std::string>& paths, std::vector<Looked>& looked,
                                     const std::function<void(const std::string& path, const std::string& text)>& visit) {
  for (const std::string& path : paths) {
    Result<std::string> text = evidence.tree.read(path);
    if (!text) {
      Judgement answer;
      answer.message = fmt::format("{} could not be read: {}", path, text.error().list[0].message);
      answer.spots = {{path, 0}};
      answer.looked = looked;
      return answer;
    }
    looked.push_back({path, sha256_hex(*text)});
    visit(path, *text);
  }
  return std::nullopt;
}

Judgement unless_incomplete(Judgement answer, const Tree& tree) {
  if (answer.kind != sarif::Kind::Pass || tree.incomplete().empty()) return answer;
  answer.kind = sarif::Kind::Open;
  answer.message += "; but " + tree.incomplete();
  return answer;
}

std::uint32_t line_of(std::string_view text, std::size_t offset) { return place_of("", text, offset).line; }

}  // namespace sluice::checklists
