#include "sarif/diff.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <functional>
#include <unordered_map>

#include "base/text.h"
#include "sarif/fingerprint.h"
#include "sarif/merge.h"
#include "sarif/run_import.h"

namespace sluice::sarif {
namespace {

struct OldResult {
  const Run* run = nullptr;
  const Result* result = nullptr;
  bool found = false;
};

std::string rule_of(const Run& run, const Result& result) {
  if (!result.rule_id.empty()) return result.rule_id;
  const ReportingDescriptor* rule = find_rule(run, result);
  return rule ? rule->id : std::string();
}

// Also of an artifact location that is only an index.
std::string path_of(const Run& run, const Location& location) {
  if (!location.physical_location || !location.physical_location->artifact_location) return {};
  const ArtifactLocation& at = *location.physical_location->artifact_location;
  const auto index = static_cast<std::size_t>(at.index);
  const bool by_index =
      at.uri.empty() && at.index >= 0 && index < run.artifacts.size() && run.artifacts[index].location;
  return by_index ? run.artifacts[index].location->uri : at.uri;
}

std::string path_of(const Run& run, const Result& result) {
  return result.locations.empty() ? std::string() : path_of(run, result.locations[0]);
}

std::string region_of(const Location& location) {
  if (!location.physical_location || !location.physical_location->region) return {};
  const Region& region = *location.physical_location->region;
  return fmt::format("{}:{}-{}:{} {} {}", region.start_line, region.start_column, region.end_line, region.end_column,
                     region.char_offset, region.byte_offset);
}

std::string places_of(const Run& run, const Result& result) {
  std::string text;
  for (const Location& location : result.locations) text += path_of(run, location) + '\n' + region_of(location) + '\n';
  return text;
}

std::string snippet_of(const Result& result) {
  if (result.locations.empty() || !result.locations[0].physical_location) return {};
  const std::optional<Region>& region = result.locations[0].physical_location->region;
  return region && region->snippet ? region->snippet->text : std::string();
}

bool is_line_hash(std::string_view key) { return key == kLineHash || key.starts_with("primaryLocationLineHash/"); }

enum class Trust { Ours, Full, Partial, LineHash };

// The fingerprints of one trust, as keys that equal results share.
std::vector<std::string> fingerprint_keys(const Result& result, Trust trust) {
  std::vector<std::string> keys;
  const Members& members = trust == Trust::Full ? result.fingerprints : result.partial_fingerprints;
  for (const Member& member : members.list()) {
    const Trust kind = trust == Trust::Full                ? Trust::Full
                       : member.name == kSluiceFingerprint ? Trust::Ours
                       : is_line_hash(member.name)         ? Trust::LineHash
                                                           : Trust::Partial;
    // The column alone says nothing about which result it is.
    if (kind == trust && member.name != "primaryLocationStartColumnFingerprint")
      keys.push_back(member.name + '=' + member.json);
  }
  return keys;
}

// What two results must share to be taken for one another in a phase; a result may offer several.
using KeysOf = std::function<std::vector<std::string>(const Run&, const Result&)>;

KeysOf by_fingerprint(Trust trust, bool same_path) {
  return [=](const Run& run, const Result& result) {
    std::vector<std::string> keys = fingerprint_keys(result, trust);
    if (same_path)
      for (std::string& key : keys) key += '\n' + path_of(run, result);
    return keys;
  };
}

std::vector<std::string> by_place(const Run& run, const Result& result) {
  const std::string path = path_of(run, result);
  if (path.empty()) return {};
  return {path + '\n' + region_of(result.locations[0])};
}

std::vector<std::string> by_content(const Run& run, const Result& result) {
  return {path_of(run, result) + '\n' + result.message.text + '\n' + result.message.id + '\n' + snippet_of(result)};
}

std::vector<KeysOf> phases() {
  return {by_fingerprint(Trust::Ours, true),
          by_fingerprint(Trust::Full, true),
          by_fingerprint(Trust::Partial, true),
          by_fingerprint(Trust::LineHash, true),
          by_fingerprint(Trust::Ours, false),
          by_fingerprint(Trust::Full, false),
          by_place,
          by_fingerprint(Trust::Partial, false),
          by_fingerprint(Trust::LineHash, false),
          by_content};
}

// The older results that a run is compared with.
class Baseline {
 public:
  void add(const Run& run) {
    if (!run.results) return;
    for (const Result& result : *run.results)
      if (result.baseline_state != BaselineState::Absent) results_.push_back({&run, &result, false});
  }

  // For each result of `run` the older one, or null; each older one at most once.
  std::vector<OldResult*> match(const Run& run) {
    std::vector<OldResult*> matches(run.results->size(), nullptr);
    for (const KeysOf& keys_of : phases()) match_phase(run, keys_of, matches);
    return matches;
  }

  std::deque<OldResult>& results() { return results_; }

 private:
  void match_phase(const Run& run, const KeysOf& keys_of, std::vector<OldResult*>& matches) {
    std::unordered_map<std::string, std::deque<OldResult*>> waiting;  // only looked up: its order is not seen
    for (OldResult& old : results_) {
      if (old.found) continue;
      for (const std::string& key : keys_of(*old.run, *old.result))
        waiting[rule_of(*old.run, *old.result) + '\n' + key].push_back(&old);
    }
    if (waiting.empty()) return;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const Result& result = (*run.results)[i];
      if (matches[i]) continue;
      for (const std::string& key : keys_of(run, result)) {
        const auto found = waiting.find(rule_of(run, result) + '\n' + key);
        if (found == waiting.end()) continue;
        matches[i] = take(found->second);
        if (matches[i]) break;
      }
    }
  }

  static OldResult* take(std::deque<OldResult*>& queue) {
    while (!queue.empty()) {
      OldResult* old = queue.front();
      queue.pop_front();
      if (old->found) continue;  // found meanwhile by another of its fingerprints
      old->found = true;
      return old;
    }
    return nullptr;
  }

  std::deque<OldResult> results_;  // a deque: pointers into it stay
};

// What the older log knew and the newer one does not say.
void carry_forward(const Result& old, Result& result) {
  if (!result.suppressions && old.suppressions) result.suppressions = old.suppressions;
  if (!result.provenance && old.provenance) {
    result.provenance = old.provenance;
    result.provenance->invocation_index = -1;  // an invocation of the older run
  }
}

void set_states(Run& run, const std::vector<OldResult*>& matches, DiffCounts& counts) {
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Result& result = (*run.results)[i];
    if (!matches[i]) {
      result.baseline_state = BaselineState::New;
      ++counts.added;
      continue;
    }
    const bool same = places_of(run, result) == places_of(*matches[i]->run, *matches[i]->result);
    result.baseline_state = same ? BaselineState::Unchanged : BaselineState::Updated;
    ++(same ? counts.unchanged : counts.updated);
    carry_forward(*matches[i]->result, result);
  }
}

void append_absent(Run& run, Baseline& baseline, DiffCounts& counts) {
  const bool suppressions =
      std::ranges::any_of(*run.results, [](const Result& result) { return result.suppressions.has_value(); });
  std::map<const Run*, RunImporter> importers;
  for (OldResult& old : baseline.results()) {
    if (old.found) continue;
    auto importer = importers.try_emplace(old.run, *old.run, run).first;
    Result result = *old.result;
    importer->second.adapt(result);
    result.baseline_state = BaselineState::Absent;
    if (result.provenance) result.provenance->invocation_index = -1;
    if (!suppressions && !run.results->empty()) result.suppressions.reset();
    run.results->push_back(std::move(result));
    ++counts.absent;
  }
}

std::string tool_of(const Run& run) { return to_lower(run.tool.driver.name); }

// The older runs that `run` is the successor of, taken out of `left`.
std::vector<const Run*> predecessors(const Run& run, std::vector<const Run*>& left) {
  const auto same_tool = [&](const Run* old) { return tool_of(*old) == tool_of(run); };
  const auto same_category = [&](const Run* old) { return same_tool(old) && category_of(*old) == category_of(run); };
  std::vector<const Run*> found;
  std::ranges::copy_if(left, std::back_inserter(found), same_category);
  if (found.empty()) std::ranges::copy_if(left, std::back_inserter(found), same_tool);
  std::erase_if(left, [&](const Run* old) { return std::ranges::find(found, old) != found.end(); });
  return found;
}

void compare_run(Run& run, const std::vector<const Run*>& olds, DiffCounts& counts) {
  Baseline baseline;
  for (const Run* old : olds) baseline.add(*old);
  for (const Run* old : olds)
    if (old->automation_details && !old->automation_details->guid.empty())
      run.baseline_guid = old->automation_details->guid;
  const bool complete = is_complete(run);
  if (run.results) {
    std::erase_if(*run.results, [](const Result& result) { return result.baseline_state == BaselineState::Absent; });
    const std::vector<OldResult*> matches = baseline.match(run);
    set_states(run, matches, counts);
  }
  if (complete) append_absent(run, baseline, counts);
  if (!complete)
    counts.unknown += static_cast<std::size_t>(std::ranges::count(baseline.results(), false, &OldResult::found));
  even_out_suppressions(run);
}

}  // namespace

Diffed diff(const Log& baseline, Log current) {
  Diffed diffed{std::move(current), {}};
  std::vector<const Run*> left;
  for (const Run& run : baseline.runs) left.push_back(&run);
  for (Run& run : diffed.log.runs) compare_run(run, predecessors(run, left), diffed.counts);
  for (const Run* run : left) {
    Baseline gone;
    gone.add(*run);
    diffed.counts.unknown += gone.results().size();
  }
  return diffed;
}

}  // namespace sluice::sarif
