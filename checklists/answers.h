// checklists/answers.h - what persons answered to the items that a machine cannot evaluate.
//
//   checklist: release-security
//   release: 4.2.0                  # answers for another release do not count
//   answers:
//     - item: penetration-test
//       answer: pass                # pass | fail | notApplicable
//       by: Ada Example <ada@example.org>
//       role: security-lead
//       date: 2026-09-01
//       evidence: reports/pentest-4.2.0.pdf, no finding above low
//       expires: 2026-12-01
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "checklists/checklist.h"

namespace sluice::checklists {

struct Answer {
  std::string item;
  sarif::Kind answer = sarif::Kind::Review;  // Pass, Fail or NotApplicable
  std::string by, role;
  Date date;
  std::string evidence;
  Date expires;  // the last day it counts
  Place place;
};

struct Answers {
  std::string release;  // the version they are for
  std::vector<Answer> list;
  std::string file, sha256;
};

// Answers that fit the checklist: one for an item that does not exist, that a machine
// evaluates, or that is answered twice is a mistake.
Result<Answers> load_answers(const std::filesystem::path& path, const Checklist& checklist);
Result<Answers> parse_answers(std::string file, std::string_view text, const Checklist& checklist);

}  // namespace sluice::checklists
