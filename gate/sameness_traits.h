// gate/sameness_traits.h - what of a vulnerability the rules of sameness compare.
//
// Two steps, so that a million vulnerabilities cost little:
//  1. each report, alone and on its own thread, says the parts of its vulnerabilities as
//     texts, each kept once (ReportTraits);
//  2. all reports together tell which names mean the same thing (NameTable: a GHSA id and
//     its CVE, an address and its host), and each *text* is made canonical, not each vulnerability.
#pragma once
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gate/sameness_rules.h"
#include "gate/text_pool.h"
#include "gate/vulnerability.h"

namespace sluice::gate {

using TraitIds = std::array<TextId, kTraitCount>;    // 0: not told
using TraitTexts = std::array<std::string, kTraitCount>;

// As this vulnerability alone tells them: of Vulnerability, Weakness and Host all names it gives.
TraitTexts raw_traits(const Vulnerability& vulnerability);

class ReportTraits {
 public:
  void add(const Vulnerability& vulnerability);
  std::size_t size() const { return rows_.size(); }
  const TraitIds& row(std::size_t index) const { return rows_[index]; }
  const TextPool& texts() const { return texts_; }

 private:
  TextPool texts_;
  std::vector<TraitIds> rows_;
};

// Which names mean one thing. A name that reports contradict each other about (an alias of two
// CVEs, an address of two hosts) means nothing but itself: joining by it would make one of what
// somebody knows to be two.
class NameTable {
 public:
  explicit NameTable(const SamenessRules& rules) : rules_(rules) {}

  // All raw texts of all reports, in any order; then ask.
  void learn(Trait part, std::string_view raw);
  std::string canonical(Trait part, std::string_view raw) const;

  // "GHSA-.. is said to be CVE-1 and CVE-2", for those that stay apart for it.
  std::vector<std::string> contradictions() const;

 private:
  void learn_ids(std::string_view raw);
  void learn_host(std::string_view raw);
  std::string canonical_ids(std::string_view raw) const;
  std::string canonical_weakness(std::string_view raw) const;
  std::string canonical_host(std::string_view raw) const;
  bool is_alias(std::string_view id) const;
  std::string name_of_address(const std::string& address) const;

  const SamenessRules& rules_;
  std::map<std::string, std::set<std::string>, std::less<>> cves_of_;   // of an alias
  std::map<std::string, std::set<std::string>, std::less<>> hosts_of_;  // of an address or an owner's id
};

}  // namespace sluice::gate
