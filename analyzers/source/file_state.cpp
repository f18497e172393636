#include "analyzers/source/file_state.h"

#include <fmt/format.h>

namespace sluice {

std::string_view name(FileState state) {
  switch (state) {
    case FileState::Scanned: return "scanned";
    case FileState::Skipped: return "skipped";
    case FileState::Ignored: return "ignored";
  }
  return {};
}

std::string_view name(ReasonCode code) {
  switch (code) {
    case ReasonCode::None: return "none";
    case ReasonCode::TooLarge: return "too-large";
    case ReasonCode::Binary: return "binary";
    case ReasonCode::Minified: return "minified";
    case ReasonCode::UnsupportedEncoding: return "unsupported-encoding";
    case ReasonCode::Unreadable: return "unreadable";
    case ReasonCode::NotAFile: return "not-a-file";
    case ReasonCode::LinkOutside: return "link-outside";
    case ReasonCode::LinkBroken: return "link-broken";
    case ReasonCode::TooDeep: return "too-deep";
    case ReasonCode::Submodule: return "submodule";
    case ReasonCode::Unmerged: return "unmerged";
    case ReasonCode::IgnoreFile: return "ignore-file";
    case ReasonCode::NotIncluded: return "not-included";
    case ReasonCode::Excluded: return "excluded";
    case ReasonCode::LeftOut: return "left-out";
    case ReasonCode::GeneratedMark: return "generated-mark";
    case ReasonCode::LinkFollowed: return "link-followed";
    case ReasonCode::OtherLanguage: return "other-language";
  }
  return {};
}

FileState state_of(ReasonCode code) {
  if (code == ReasonCode::None) return FileState::Scanned;
  return code < ReasonCode::IgnoreFile ? FileState::Skipped : FileState::Ignored;
}

std::string to_string(const Reason& reason) {
  std::string out(name(state_of(reason.code)));
  if (reason.code == ReasonCode::None) return out;
  out += ": ";
  if (reason.place.file.empty()) out += name(reason.code);
  else out += to_string(reason.place);
  if (!reason.pattern.empty()) out += " `" + reason.pattern + "`";
  if (!reason.detail.empty()) out += ": " + reason.detail;
  if (!reason.folder.empty()) out += " (the folder " + reason.folder + " is left out as a whole)";
  return out;
}

}  // namespace sluice
