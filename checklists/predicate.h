// checklists/predicate.h - a question that a machine answers from the evidence.
//
// Predicates are named in checklists: `check: { file-exists: { files: [SECURITY.md] } }`.
//
// To add a kind of predicate: 1. checklists/predicates/<name>.cpp defines
// `make_<name>(fields)`, which reads the arguments and gives the predicate; 2. one line
// in checklists/predicates.def.
//
// A predicate never passes by absence of evidence: if nothing was scanned, or a file
// could not be read, the answer is Open.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/yaml_fields.h"
#include "checklists/scan.h"
#include "checklists/tree.h"
#include "sarif/log.h"

namespace sluice::checklists {

// All that a checklist is evaluated on.
struct Evidence {
  std::vector<Scan> scans;
  Tree tree;
  Date as_of;
};

struct Spot {
  std::string file;
  std::uint32_t line = 0;  // 0: the file as a whole
  friend auto operator<=>(const Spot&, const Spot&) = default;
};

// A file that was looked at, and its SHA-256 at that time.
struct Looked {
  std::string file, sha256;
  friend auto operator<=>(const Looked&, const Looked&) = default;
};

struct Judgement {
  sarif::Kind kind = sarif::Kind::Open;  // Pass, Fail, Open, Review or NotApplicable
  std::string message;                   // one sentence: what was found, or what is missing
  std::vector<Spot> spots;               // where it fails
  std::vector<Looked> looked;
};

class Predicate {
 public:
  virtual ~Predicate() = default;
  virtual Judgement judge(const Evidence& evidence) const = 0;
};
using PredicatePtr = std::shared_ptr<const Predicate>;  // shared: checklists are copied, predicates never change

// Reads `{ <name>: <arguments> }`, or `{ all: [...] }` and `{ any: [...] }` of such.
// Null when there were mistakes; they are in `errors`.
PredicatePtr read_predicate(const yaml::Node& node, Errors& errors, int depth = 0);

std::vector<std::string_view> predicate_names();

}  // namespace sluice::checklists
