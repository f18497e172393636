// checklists/checklist.h - a checklist as its authors wrote it, checked and ready to run.
//
//   checklist: release-security
//   version: "1.0"
//   title: IT security measures checklist of a release
//   exclude: ["**/node_modules/**"]
//   items:
//     - id: dependencies-locked
//       title: Every dependency is locked to a version and a digest
//       why: An unlocked dependency is chosen by whoever publishes last
//       controls: [ISO-27001-2022:A.5.21, NIST-SSDF-1.1:PW.4.4]
//       evidence: The lock files of the tree
//       applies-to: [package.json]            # else notApplicable; optional
//       check: { file-beside: { files: [package.json], need: [package-lock.json] } }
//     - id: penetration-test
//       ...
//       manual: { ask: Which test, and what came out?, roles: [security-lead] }
//
// An item is evaluated either by a machine (`check`, checklists/predicate.h) or by a
// person who signs (`manual`, checklists/answers.h): a person cannot overrule a machine.
//
// To add an item: write it there. To add a kind of predicate: checklists/predicate.h.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "checklists/predicate.h"

namespace sluice::checklists {

struct Control {
  std::string framework;  // "ISO-27001-2022"
  std::string id;         // "A.8.28"
};

struct Manual {
  std::string ask;                 // the question to the person
  std::vector<std::string> roles;  // who may answer; empty: any role
};

struct Item {
  std::string id;
  std::string title;
  std::string why;
  std::vector<Control> controls;
  std::string evidence;                 // what the answer rests on, for people
  std::vector<std::string> applies_to;  // globs; notApplicable when no file matches. Empty: always applies
  PredicatePtr check;                   // null: manual
  std::string check_text;               // the predicate's name, for people
  Manual manual;
  Place place;

  bool is_manual() const { return check == nullptr; }
};

struct Checklist {
  std::string id;
  std::string version;
  std::string title;
  std::vector<std::string> exclude;  // globs of files that no predicate sees
  std::vector<Item> items;
  std::string file;    // as the user named it
  std::string sha256;  // of its bytes
};

Result<Checklist> load_checklist(const std::filesystem::path& path);
Result<Checklist> parse_checklist(std::string file, std::string_view text);

}  // namespace sluice::checklists
