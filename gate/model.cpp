#include "gate/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "gate/gate_input.h"
#include "gate/identity.h"
#include "gate/report_builder.h"
#include "gate/result_witness.h"
#include "gate/same_path.h"

namespace sluice::gate {
namespace {

std::size_t index_of(Trait part) { return static_cast<std::size_t>(part); }

std::uint64_t mixed(std::uint64_t hash, TextId id) {
  // Buckets are only found by it; what is in one is compared in full.
  hash = (hash ^ id) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

std::optional<Date> day_of_report(const Assessment& assessment) {
  return assessment.ended ? std::optional(sluice::day_of(*assessment.ended)) : std::nullopt;
}

void fill(std::string& known, std::string& more) {
  if (known.empty()) known = std::move(more);
}

// Names, places and texts of the first witness that has them.
void fill_gaps(Vulnerability& into, Vulnerability& other) {
  Asset& asset = into.asset;
  fill(asset.id, other.asset.id), fill(asset.host, other.asset.host), fill(asset.ip, other.asset.ip);
  fill(asset.image, other.asset.image), fill(asset.project, other.asset.project), fill(asset.url, other.asset.url);
  if (!asset.port) asset.port = other.asset.port, asset.protocol = other.asset.protocol;
  if (into.component.name.empty()) into.component = std::move(other.component);
  fill(into.component.purl, other.component.purl), fill(into.component.path, other.component.path);
  if (into.location.file.empty()) into.location = std::move(other.location);
  fill(into.input.method, other.input.method), fill(into.input.parameter, other.input.parameter);
  fill(into.title, other.title), fill(into.remediation, other.remediation);
}

}  // namespace

const ReportTraits& Model::Report::parts() const { return assessment ? assessment->parts : own_parts; }

Model::Model(std::span<const Assessment> assessments, std::span<const checklists::Scan> scans, std::span<const Assessment> active) {
  add_reports(assessments, scans, active);
  name_parts();
  cluster_by_identity();
  group_clusters();
}

void Model::add_reports(std::span<const Assessment> assessments, std::span<const checklists::Scan> scans, std::span<const Assessment> active) {
  for (const Assessment& assessment : assessments) reports_.push_back({&assessment, nullptr, nullptr, false, {}, {}});
  for (const checklists::Scan& scan : scans)
    for (const checklists::ScanRun& run : scan.runs) {
      reports_.push_back({nullptr, &run, &scan, false, {}, {}});
      for (std::uint32_t i = 0; i < run.results.size(); ++i) {
        if (!tells_of_vulnerability(run.results[i])) continue;
        reports_.back().own_parts.add(vulnerability_of(run, run.results[i]));
        reports_.back().results.push_back(i);
      }
    }
  for (const Assessment& assessment : active) reports_.push_back({&assessment, nullptr, nullptr, true, {}, {}});
  for (std::uint32_t report = 0; report < reports_.size(); ++report)
    for (std::uint32_t index = 0; index < reports_[report].parts().size(); ++index) witnesses_.push_back({report, index});
}

const checklists::ScanResult& Model::result(WitnessId id) const {
  const Report& report = reports_[id.report];
  return report.run->results[report.results[id.index]];
}

void Model::name_parts() {
  NameTable names(sameness_rules());
  for (const Report& report : reports_)
    for (Trait part : {Trait::Vulnerability, Trait::Host}) {
      std::vector<bool> seen(report.parts().texts().size());
      for (std::size_t i = 0; i < report.parts().size(); ++i) {
        TextId raw = report.parts().row(i)[index_of(part)];
        if (raw != 0 && !seen[raw]) names.learn(part, report.parts().texts().at(raw));
        seen[raw] = true;
      }
    }
  parts_.reserve(witnesses_.size());
  for (const Report& report : reports_) {
    // What a text means depends on its part only for those that names are made canonical of.
    constexpr std::array<Trait, 3> kNamed = {Trait::Vulnerability, Trait::Weakness, Trait::Host};
    constexpr TextId kNotAsked = UINT32_MAX;
    const TextPool& own = report.parts().texts();
    std::array<std::vector<TextId>, kNamed.size() + 1> meanings;
    meanings.fill(std::vector<TextId>(own.size(), kNotAsked));
    for (std::size_t i = 0; i < report.parts().size(); ++i) {
      TraitIds row = report.parts().row(i);
      for (std::size_t part = 0; part < kTraitCount; ++part) {
        if (row[part] == 0) continue;
        auto kind = static_cast<std::size_t>(std::ranges::find(kNamed, static_cast<Trait>(part)) - kNamed.begin());
        TextId& meaning = meanings[kind][row[part]];
        if (meaning == kNotAsked) meaning = texts_.add(names.canonical(static_cast<Trait>(part), own.at(row[part])));
        row[part] = meaning;
      }
      parts_.push_back(row);
    }
  }
  contradictions_ = names.contradictions();
}

std::string Model::identity_bytes(WitnessId id) const {
  const Report& report = reports_[id.report];
  if (report.assessment) return std::string(report.assessment->report.compact.identity_bytes(id.index));
  return identity_bytes_of(result(id).identity);
}

void Model::cluster_by_identity() {
  struct Entry {
    std::uint64_t prefix;
    std::uint32_t number;
  };
  std::vector<Entry> entries;
  entries.reserve(witnesses_.size());
  for (std::uint32_t number = 0; number < witnesses_.size(); ++number) {
    std::uint64_t prefix = 0;
    for (char byte : identity_bytes(witnesses_[number]).substr(0, 8)) prefix = prefix << 8 | static_cast<unsigned char>(byte);
    entries.push_back({prefix, number});
  }
  auto before = [&](const Entry& a, const Entry& b) {
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    int order = identity_bytes(witnesses_[a.number]).compare(identity_bytes(witnesses_[b.number]));
    return order != 0 ? order < 0 : a.number < b.number;
  };
  std::ranges::sort(entries, before);
  std::vector<WitnessId> sorted;
  sorted.reserve(entries.size());
  for (const Entry& entry : entries) sorted.push_back(witnesses_[entry.number]);
  witnesses_ = std::move(sorted);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t begin = 0; begin < witnesses_.size();) {
    std::uint32_t end = begin + 1;
    while (end < witnesses_.size() && entries[end].prefix == entries[begin].prefix &&
           identity_bytes(witnesses_[end]) == identity_bytes(witnesses_[begin]))
      ++end;
    numbers.clear();
    for (std::uint32_t i = begin; i < end; ++i) numbers.push_back(entries[i].number);
    clusters_.push_back({begin, end, merged_parts(numbers)});
    begin = end;
  }
}

// One tool's runs may differ in what they tell of one thing: a later feed knows more ids. The
// longest text has the most of them; of equal ones the first by its letters.
std::uint32_t Model::merged_parts(std::span<const std::uint32_t> rows) {
  TraitIds merged = parts_[rows[0]];
  for (std::uint32_t row : rows.subspan(1))
    for (std::size_t part = 0; part < kTraitCount; ++part) {
      std::string_view known = texts_.at(merged[part]), other = texts_.at(parts_[row][part]);
      bool says_more = other.size() > known.size() || (other.size() == known.size() && other < known);
      if (says_more) merged[part] = parts_[row][part];
    }
  if (merged == parts_[rows[0]]) return rows[0];
  parts_.push_back(merged);
  return static_cast<std::uint32_t>(parts_.size() - 1);
}

std::uint8_t Model::choose_rule(const TraitIds& parts) const {
  const std::vector<SamenessRule>& rules = sameness_rules().rules;
  auto is_told = [&](Trait part) { return parts[index_of(part)] != 0; };
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (std::ranges::all_of(rules[i].agree, is_told) && std::ranges::none_of(rules[i].without, is_told)) return static_cast<std::uint8_t>(i);
  return kNoRule;
}

void Model::group_clusters() {
  struct Entry {
    std::uint64_t hash;
    std::uint32_t cluster;
    std::uint8_t rule;
  };
  std::vector<Entry> entries;
  entries.reserve(clusters_.size());
  const std::vector<SamenessRule>& rules = sameness_rules().rules;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const TraitIds& parts = parts_[clusters_[i].parts];
    std::uint8_t rule = choose_rule(parts);
    std::uint64_t hash = rule == kNoRule ? mixed(rule, i) : rule;
    if (rule != kNoRule)
      for (Trait part : rules[rule].agree) hash = mixed(hash, parts[index_of(part)]);
    entries.push_back({hash, i, rule});
  }
  auto agree = [&](const Entry& a, const Entry& b) {
    if (a.rule == kNoRule || b.rule == kNoRule || a.rule != b.rule) return a.rule <=> b.rule;
    for (Trait part : rules[a.rule].agree)
      if (auto order = parts_[clusters_[a.cluster].parts][index_of(part)] <=> parts_[clusters_[b.cluster].parts][index_of(part)]; order != 0)
        return order;
    return std::strong_ordering::equal;
  };
  std::ranges::sort(entries, [&](const Entry& a, const Entry& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    if (auto order = agree(a, b); order != 0) return order < 0;
    return a.cluster < b.cluster;
  });
  members_.reserve(entries.size());
  std::vector<std::uint32_t> bucket;
  for (std::size_t begin = 0; begin < entries.size();) {
    bucket.clear();
    std::size_t end = begin;
    bool alone = entries[begin].rule == kNoRule;
    do bucket.push_back(entries[end++].cluster);
    while (!alone && end < entries.size() && entries[end].hash == entries[begin].hash && agree(entries[begin], entries[end]) == 0);
    split(bucket, entries[begin].rule, 0);
    begin = end;
  }
  std::ranges::sort(groups_, {}, [&](const Group& group) { return members_[group.begin]; });
}

// Witnesses that agree, by the parts that they may leave out but not contradict each other in.
void Model::split(std::span<std::uint32_t> clusters, std::uint8_t rule, std::size_t next_part) {
  const std::vector<Trait>* parts = rule == kNoRule ? nullptr : &sameness_rules().rules[rule].unless_different;
  if (!parts || clusters.size() == 1 || next_part == parts->size()) return finish_group(clusters, rule);
  Trait part = (*parts)[next_part];
  auto value = [&](std::uint32_t cluster) { return parts_[clusters_[cluster].parts][index_of(part)]; };
  std::vector<TextId> told;
  for (std::uint32_t cluster : clusters)
    if (value(cluster) != 0) told.push_back(value(cluster));
  std::ranges::sort(told);
  told.erase(std::ranges::unique(told).begin(), told.end());
  bool is_path = part == Trait::ComponentPath || part == Trait::File;
  std::map<TextId, TextId> meant = is_path ? same_paths(told, texts_) : std::map<TextId, TextId>();
  std::size_t different = told.size() - meant.size();
  if (different <= 1) return split(clusters, rule, next_part + 1);
  auto group_value = [&](std::uint32_t cluster) {
    auto other = meant.find(value(cluster));
    return other == meant.end() ? value(cluster) : other->second;
  };
  std::ranges::sort(clusters, [&](std::uint32_t a, std::uint32_t b) { return std::pair(group_value(a), a) < std::pair(group_value(b), b); });
  for (std::size_t begin = 0; begin < clusters.size();) {
    std::size_t end = begin + 1;
    while (end < clusters.size() && group_value(clusters[end]) == group_value(clusters[begin])) ++end;
    split(clusters.subspan(begin, end - begin), rule, next_part + 1);
    begin = end;
  }
}

bool Model::is_one_per_tool(std::span<const std::uint32_t> clusters) const {
  std::vector<std::string> tools;
  for (std::uint32_t cluster : clusters) tools.push_back(vulnerability(witnesses_[clusters_[cluster].begin]).tool);
  std::ranges::sort(tools);
  return std::ranges::adjacent_find(tools) == tools.end();
}

void Model::finish_group(std::span<std::uint32_t> clusters, std::uint8_t rule) {
  auto add = [&](std::span<std::uint32_t> some, bool is_apart) {
    auto begin = static_cast<std::uint32_t>(members_.size());
    members_.insert(members_.end(), some.begin(), some.end());
    std::sort(members_.begin() + begin, members_.end());
    groups_.push_back({begin, static_cast<std::uint32_t>(members_.size()), rule, is_apart});
  };
  bool apart = clusters.size() > 1 && rule != kNoRule && sameness_rules().rules[rule].one_per_tool && !is_one_per_tool(clusters);
  if (!apart) return add(clusters, false);
  for (std::size_t i = 0; i < clusters.size(); ++i) add(clusters.subspan(i, 1), true);
}

Vulnerability Model::vulnerability(WitnessId id) const {
  const Report& report = reports_[id.report];
  if (report.assessment) return report.assessment->report.compact.at(id.index);
  return vulnerability_of(*report.run, result(id));
}

Witness Model::describe(WitnessId id, const Vulnerability& one) const {
  const Report& report = reports_[id.report];
  Witness witness{id, one.identity, one.tool, one.tool_version, one.ids.rule, {}, {}, report.is_active, one.status, one.claim, one.status_reason, one.first_seen, {}};
  witness.file = report.assessment ? report.assessment->report.file : report.scan->file;
  if (report.assessment) witness.format = report.assessment->report.format;
  if (report.assessment) witness.report_day = day_of_report(*report.assessment);
  else if (report.run->ended) witness.report_day = sluice::day_of(*report.run->ended);
  return witness;
}

TraitIds Model::parts_of(const Group& group) const {
  TraitIds all = parts_[clusters_[members_[group.begin]].parts];
  for (std::uint32_t i = group.begin + 1; i < group.end; ++i) {
    const TraitIds& own = parts_[clusters_[members_[i]].parts];
    for (std::size_t part = 0; part < kTraitCount; ++part)
      // Of two that are the same the longer one: a path that another one ends with.
      if (own[part] != all[part] && texts_.at(own[part]).size() > texts_.at(all[part]).size()) all[part] = own[part];
  }
  return all;
}

// The identity that the rule gives: of what must agree, and of what is told of the rest.
std::string Model::key_of(std::uint8_t rule_number, const TraitIds& parts) const {
  const SamenessRule& rule = sameness_rules().rules[rule_number];
  IdentityParts named = {{"scheme", "same/1"}, {"rule", rule.name}};
  for (const std::vector<Trait>* list : {&rule.agree, &rule.unless_different})
    for (Trait part : *list)
      if (TextId id = parts[index_of(part)]) named.emplace_back(to_string(part), texts_.at(id));
  return make_identity(named);
}

std::vector<std::pair<Witness, Vulnerability>> Model::witnesses_of(const Group& group) const {
  std::vector<std::pair<Witness, Vulnerability>> all;
  for (std::uint32_t i = group.begin; i < group.end; ++i) {
    const Cluster& cluster = clusters_[members_[i]];
    for (std::uint32_t w = cluster.begin; w < cluster.end; ++w) {
      Vulnerability one = vulnerability(witnesses_[w]);
      // What was waived on the Active version tells nothing about the candidate.
      if (reports_[witnesses_[w].report].is_active && one.status == VulnerabilityStatus::Suppressed) continue;
      Witness witness = describe(witnesses_[w], one);
      all.emplace_back(std::move(witness), std::move(one));
    }
  }
  // Those of the candidate first: what they say counts.
  auto key = [](const auto& pair) { return std::tie(pair.first.of_active, pair.first.tool, pair.first.identity, pair.first.file, pair.first.id); };
  if (all.size() > 1) std::ranges::sort(all, [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return all;
}

std::vector<std::string> Model::names_of(const Group& group, const std::vector<std::string>& identities) const {
  std::vector<std::string> names;
  auto add = [&](std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  };
  bool by_tool = group.rule == kNoRule || group.apart;
  add(by_tool ? identities[0] : key_of(group.rule, parts_of(group)));
  bool may_tell_less = group.rule != kNoRule && group.end - group.begin > 1;
  for (std::uint32_t i = group.begin; may_tell_less && i < group.end; ++i) add(key_of(group.rule, parts_[clusters_[members_[i]].parts]));
  for (const std::string& identity : identities) add(identity);
  return names;
}

std::vector<std::string> Model::names(std::size_t index) const {
  if (in_assessment(index)) return at(index).names;
  std::vector<std::string> identities;
  for (const LogResult& one : results(index)) identities.push_back(one.result->identity);
  return names_of(groups_[index], identities);
}

MergedVulnerability Model::at(std::size_t index) const {
  const Group& group = groups_[index];
  std::vector<std::pair<Witness, Vulnerability>> all = witnesses_of(group);
  MergedVulnerability merged;
  if (all.empty()) return merged;
  std::vector<std::string> identities;
  for (const auto& [witness, one] : all) identities.push_back(witness.identity);
  merged.names = names_of(group, identities);
  merged.in_candidate = !all[0].first.of_active;
  Vulnerability& whole = merged.vulnerability = std::move(all[0].second);
  std::optional<Date> first_seen = whole.first_seen;
  for (std::size_t i = 1; i < all.size(); ++i) {
    first_seen = earlier(first_seen, all[i].second.first_seen);
    if (merged.in_candidate && all[i].first.of_active) continue;
    fill_gaps(whole, all[i].second);
    merge_into(whole, std::move(all[i].second));
  }
  if (all.size() > 1) sort_lists(whole);
  whole.first_seen = first_seen;
  whole.identity = merged.names[0];
  for (const std::vector<std::string>* ids : {&whole.ids.cve, &whole.ids.ghsa}) merged.names.insert(merged.names.end(), ids->begin(), ids->end());
  for (auto& [witness, one] : all) {
    merged.report_day = earlier(merged.report_day, witness.report_day);
    merged.in_assessment = merged.in_assessment || reports_[witness.id.report].assessment;
    merged.witnesses.push_back(std::move(witness));
  }
  return merged;
}

bool Model::in_assessment(std::size_t index) const {
  const Group& group = groups_[index];
  for (std::uint32_t i = group.begin; i < group.end; ++i)
    for (std::uint32_t w = clusters_[members_[i]].begin; w < clusters_[members_[i]].end; ++w)
      if (reports_[witnesses_[w].report].assessment) return true;
  return false;
}

std::vector<LogResult> Model::results(std::size_t index) const {
  std::vector<LogResult> list;
  const Group& group = groups_[index];
  for (std::uint32_t i = group.begin; i < group.end; ++i)
    for (std::uint32_t w = clusters_[members_[i]].begin; w < clusters_[members_[i]].end; ++w)
      if (const Report& report = reports_[witnesses_[w].report]; report.run) list.push_back({report.run, &result(witnesses_[w])});
  auto key = [](const LogResult& one) {
    const checklists::ScanResult& r = *one.result;
    return std::tie(one.run->tool, r.identity, r.file, r.line, r.rule, r.message, r.level, r.suppressed, r.baseline, one.run->tool_version, one.run->ended);
  };
  if (list.size() > 1) std::ranges::sort(list, [&](const LogResult& a, const LogResult& b) { return key(a) < key(b); });
  return list;
}

const SamenessRule* Model::rule_of(std::size_t index) const {
  return groups_[index].rule == kNoRule ? nullptr : &sameness_rules().rules[groups_[index].rule];
}

TextId Model::trait_id(std::size_t index, Trait trait) const {
  TextId longest = 0;
  for (std::uint32_t i = groups_[index].begin; i < groups_[index].end; ++i) {
    TextId own = parts_[clusters_[members_[i]].parts][index_of(trait)];
    if (own != longest && texts_.at(own).size() > texts_.at(longest).size()) longest = own;
  }
  return longest;
}

std::vector<std::pair<std::vector<WitnessId>, TraitIds>> Model::clusters(std::size_t index) const {
  std::vector<std::pair<std::vector<WitnessId>, TraitIds>> list;
  for (std::uint32_t i = groups_[index].begin; i < groups_[index].end; ++i) {
    const Cluster& cluster = clusters_[members_[i]];
    list.emplace_back(std::vector<WitnessId>(witnesses_.begin() + cluster.begin, witnesses_.begin() + cluster.end), parts_[cluster.parts]);
  }
  return list;
}

}  // namespace sluice::gate
