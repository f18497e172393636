// gate/model.h - every vulnerability once, whoever reported it and however often.
//
// A witness is what one report says of one thing; a vulnerability has one or more. Which
// witnesses belong together is decided by gate/sameness.yaml, on keys: nothing is compared
// with everything, so the time grows with the number of witnesses and no faster.
//
//   Model model(assessments, scans);
//   for (std::size_t i = 0; i < model.size(); ++i) judge(model.at(i));
//
// The order of vulnerabilities and of witnesses in one does not depend on the order of reports.
//
// Not here: why something was joined or kept apart, in words (gate/explanation.h); which of
// them hold a release (gate/clauses.h).
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "checklists/scan.h"
#include "gate/sameness_traits.h"

namespace sluice::gate {

struct Assessment;

// A report in the model: assessments first, as they were given, then the runs of the scans, then the
// assessments of the Active version.
struct WitnessId {
  std::uint32_t report = 0;
  std::uint32_t index = 0;  // in the report
  friend auto operator<=>(WitnessId, WitnessId) = default;
};

// What stays the witness's own when its vulnerability is one of several.
struct Witness {
  WitnessId id;
  std::string identity;  // by the tool's own naming (gate/identity.h)
  std::string tool, tool_version, rule, file;
  std::string format;      // the importer's name; empty: an analyzer's log
  bool of_active = false;  // it saw the Active version, not the candidate
  VulnerabilityStatus status = VulnerabilityStatus::Open;
  SuppressionClaim claim = SuppressionClaim::None;
  std::string status_reason;
  std::optional<Date> first_seen, report_day;
};

struct MergedVulnerability {
  // What all witnesses say together: ids, ratings and versions of all, the worst severity, the
  // earliest day, `open` when any says so. `identity` stays the same when another tool sees it, too.
  Vulnerability vulnerability;
  // All names that a first-seen file, a waiver or a ledger may know it by: its identity, those
  // of its witnesses, CVE and GHSA ids; without repetition, the identity first.
  std::vector<std::string> names;
  // None: only reports on the Active version had it, and they waive it. Reports on the Active
  // version are witnesses of since when; what they say of status and score is about another version.
  std::vector<Witness> witnesses;
  bool in_candidate = false;       // false: only the Active version has it, and the rest tells what is said there
  std::optional<Date> report_day;  // of the earliest report that has it
  bool in_assessment = false;      // false: analyzers alone found it: it has no deadline unless a clause over findings says so
};

// A result of an analyzer's log.
struct LogResult {
  const checklists::ScanRun* run = nullptr;
  const checklists::ScanResult* result = nullptr;
};

class Model {
 public:
  // All must outlive the model.
  // `active`: of the Active version.
  Model(std::span<const Assessment> assessments, std::span<const checklists::Scan> scans, std::span<const Assessment> active = {});

  std::size_t size() const { return groups_.size(); }
  MergedVulnerability at(std::size_t index) const;
  bool in_assessment(std::size_t index) const;
  // Those of its witnesses that stand in analyzers' logs, in an order that is not the logs'.
  std::vector<LogResult> results(std::size_t index) const;
  // Its names as `at` gives them, without making the whole of it where logs alone have it.
  std::vector<std::string> names(std::size_t index) const;
  std::size_t witness_count() const { return witnesses_.size(); }

  // For explanations. The rule that the witnesses of a vulnerability belong to; null: there is
  // none for what they tell, so that only its tool's own identity joins them.
  const SamenessRule* rule_of(std::size_t index) const;
  // What the witnesses together tell; `text` says what an id stands for, 0 for nothing.
  TraitIds traits(std::size_t index) const { return parts_of(groups_[index]); }
  TextId trait_id(std::size_t index, Trait trait) const;
  std::string_view trait(std::size_t index, Trait trait) const { return texts_.at(trait_id(index, trait)); }
  // The same of each of its clusters (witnesses of one identity), in the order of witnesses.
  std::vector<std::pair<std::vector<WitnessId>, TraitIds>> clusters(std::size_t index) const;
  std::string_view text(TextId id) const { return texts_.at(id); }
  const std::vector<std::string>& contradictions() const { return contradictions_; }

 private:
  static constexpr std::uint8_t kNoRule = 0xFF;
  struct Report {
    const Assessment* assessment = nullptr;  // or
    const checklists::ScanRun* run = nullptr;
    const checklists::Scan* scan = nullptr;
    bool is_active = false;
    ReportTraits own_parts;               // of a run
    std::vector<std::uint32_t> results;  // of a run: those that tell of a vulnerability
    const ReportTraits& parts() const;
  };
  // Witnesses of one identity: a range of `witnesses_`.
  struct Cluster {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t parts = 0;  // in `parts_`
  };
  struct Group {
    std::uint32_t begin = 0, end = 0;  // in `members_`
    std::uint8_t rule = kNoRule;
    bool apart = false;  // the rule would make one of several that a tool tells apart: it has its tool's identity
  };

  void add_reports(std::span<const Assessment> assessments, std::span<const checklists::Scan> scans, std::span<const Assessment> active);
  void name_parts();
  void cluster_by_identity();
  std::uint32_t merged_parts(std::span<const std::uint32_t> rows);
  std::uint8_t choose_rule(const TraitIds& parts) const;
  void group_clusters();
  void split(std::span<std::uint32_t> clusters, std::uint8_t rule, std::size_t next_part);
  void finish_group(std::span<std::uint32_t> clusters, std::uint8_t rule);
  bool is_one_per_tool(std::span<const std::uint32_t> clusters) const;

  const checklists::ScanResult& result(WitnessId id) const;
  std::string identity_bytes(WitnessId id) const;
  Vulnerability vulnerability(WitnessId id) const;
  std::vector<std::pair<Witness, Vulnerability>> witnesses_of(const Group& group) const;
  // `identities`: of its witnesses, in their order.
  std::vector<std::string> names_of(const Group& group, const std::vector<std::string>& identities) const;
  Witness describe(WitnessId id, const Vulnerability& vulnerability) const;
  std::string key_of(std::uint8_t rule, const TraitIds& parts) const;
  TraitIds parts_of(const Group& group) const;

  std::vector<Report> reports_;
  std::vector<WitnessId> witnesses_;   // by identity
  std::vector<TraitIds> parts_;         // canonical; of witnesses in the order of reports, then of clusters that say more
  TextPool texts_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> members_;  // clusters, those of a group beside each other
  std::vector<Group> groups_;
  std::vector<std::string> contradictions_;
};

}  // namespace sluice::gate
