#include "analyzers/flow/engine/winners.h"

#include <algorithm>
#include <utility>

namespace sluice::flow {

Winners::Winners(const Program& program, const std::vector<FlowRule>& rules, const Continuation& earlier)
    : program_(program), reader_(program, rules), earlier_(earlier), made_of_kept_(earlier.size(), kNoKept), is_touched_(earlier.size(), false) {
  for (std::uint32_t i = 0; i < earlier.size(); ++i)
    for (const std::vector<KeptShared>* list : {&earlier.kept(i).writes, &earlier.kept(i).reads})
      for (const KeptShared& shared : *list) {
        // Of a variable in a changed file: all that share it looked into that file, and do not hold.
        if (!earlier.file(shared.owner.file).valid()) continue;
        if (earlier.is_live(i)) sharers_[earlier.place(shared)].push_back(i);
        else orphaned_.insert(earlier.place(shared));
      }
}

void Winners::choose(const std::vector<MadeSummary>& made) {
  read(made);
  find_touched();
  compete();
  compare_with_earlier();
}

void Winners::read(const std::vector<MadeSummary>& made) {
  made_.clear();
  std::ranges::fill(made_of_kept_, kNoKept);
  SharedWrites writes;
  for (const MadeSummary& each : made) writes.add(*each.summary);
  for (const MadeSummary& each : made) {
    Made& one = made_.emplace_back();
    one.of = each;
    one.kept = earlier_.size() > 0 ? earlier_.find({each.function, *each.context}) : kNoKept;
    if (one.kept != kNoKept) made_of_kept_[one.kept] = static_cast<std::uint32_t>(made_.size() - 1);
    one.writes = SharedWrites::written_by(*each.summary);
    one.reads = SharedWrites::read_by(*each.summary);
    reader_.add_found(*each.summary, one.hits);
    reader_.add_shared(*each.summary, writes, one.hits);
  }
}

void Winners::find_touched() {
  is_touched_.assign(earlier_.size(), false);
  std::vector<SharedPlace> open(orphaned_.begin(), orphaned_.end());
  for (const Made& one : made_) {
    if (one.kept != kNoKept) continue;
    open.insert(open.end(), one.writes.begin(), one.writes.end());
    open.insert(open.end(), one.reads.begin(), one.reads.end());
  }
  // What is looked at anew finds all that it finds anew: by its other variables, too.
  while (!open.empty()) {
    auto sharers = sharers_.find(open.back());
    open.pop_back();
    if (sharers == sharers_.end()) continue;
    for (std::uint32_t kept : sharers->second) {
      if (is_touched_[kept]) continue;
      is_touched_[kept] = true;
      for (const std::vector<KeptShared>* list : {&earlier_.kept(kept).writes, &earlier_.kept(kept).reads})
        for (const KeptShared& shared : *list) open.push_back(earlier_.place(shared));
    }
  }
  for (Made& one : made_) one.is_new = one.kept == kNoKept || is_touched_[one.kept];
}

HitPlace Winners::place_of(const KeptHit& hit) const { return {earlier_.file(hit.file).index, {hit.begin, hit.end}, hit.rule}; }

void Winners::compete() {
  winners_.clear();
  for (std::uint32_t i = 0; i < earlier_.size(); ++i) {
    if (!is_as_before(i)) continue;
    for (const KeptHit& hit : earlier_.kept(i).hits)
      enter(place_of(hit), {.kept = i,
                            .made = made_of_kept_[i],
                            .function = earlier_.function(earlier_.kept(i).function),
                            .has_taint = hit.has_source,
                            .is_shared = hit.is_shared,
                            .was_told = hit.is_told,
                            .rank = hit.rank,
                            .atom = hit.has_source ? earlier_.source(hit) : Atom{}});
  }
  for (std::uint32_t i = 0; i < made_.size(); ++i) {
    if (!made_[i].is_new) continue;
    for (const auto& [place, hit] : made_[i].hits)
      enter(place, {.made = i, .function = made_[i].of.function, .has_taint = hit.has_taint, .is_shared = hit.is_shared, .rank = hit.taint.rank, .atom = hit.taint.atom});
  }
}

void Winners::enter(const HitPlace& place, const Winner& winner) {
  auto [known, is_new] = winners_.try_emplace(place, winner);
  if (!is_new && is_better(winner, known->second)) known->second = winner;
}

bool Winners::is_better(const Winner& a, const Winner& b) const {
  auto order = compare_ways(a.has_taint, a.rank, a.atom, b.has_taint, b.rank, b.atom);
  if (order == 0) order = a.function <=> b.function;
  return order == 0 ? context_text(a) < context_text(b) : order < 0;
}

// The same in every program.
std::string Winners::context_text(const Winner& winner) const {
  const Context context = winner.made != kNoKept ? *made_[winner.made].of.context : earlier_.key(winner.kept).second;
  std::string out;
  auto add_name = [&](Symbol name) { out += std::string(program_.text(name)) + '\n'; };
  auto add_function = [&](ProgramFunctionId id) { out += id.valid() ? program_.header(program_.function(id).file).path + ' ' + std::to_string(program_.function(id).local.index) + '\n' : "\n"; };
  for (const Context::Argument& each : context.arguments) {
    out += std::to_string(each.parameter) + (each.is_exact_type ? '!' : ' ');
    add_name(each.constant);
    add_name(each.type);
    add_function(each.function);
  }
  std::set<std::string> captures;
  for (const Context::Capture& each : context.captures) {
    std::string before = std::exchange(out, {});
    add_function(each.owner);
    add_name(each.variable);
    add_function(each.function);
    captures.insert(std::exchange(out, std::move(before)));
  }
  for (const std::string& capture : captures) out += capture;
  add_name(context.self_type);
  return out;
}

void Winners::compare_with_earlier() {
  is_as_before_.assign(program_.file_count(), false);
  if (!earlier_.is_usable()) return;
  for (FileId file : earlier_.earlier().files)
    if (file.valid()) is_as_before_[file.index] = true;
  for (const auto& [place, winner] : winners_)
    if (!winner.was_told) is_as_before_[place.file] = false;
  // What was told then and is not any more.
  for (std::uint32_t i = 0; i < earlier_.size(); ++i)
    for (const KeptHit& hit : earlier_.kept(i).hits) {
      if (!hit.is_told || !earlier_.file(hit.file).valid()) continue;
      auto winner = winners_.find(place_of(hit));
      if (winner == winners_.end() || winner->second.kept != i) is_as_before_[earlier_.file(hit.file).index] = false;
    }
}

void Winners::add_sharers(std::uint32_t kept, std::set<std::uint32_t>& wanted) const {
  for (const KeptShared& shared : earlier_.kept(kept).reads)
    if (auto sharers = sharers_.find(earlier_.place(shared)); sharers != sharers_.end()) wanted.insert(sharers->second.begin(), sharers->second.end());
}

std::vector<SummaryKey> Winners::missing() const {
  std::set<std::uint32_t> wanted;
  for (std::uint32_t i = 0; i < earlier_.size(); ++i)
    if (is_touched_[i]) wanted.insert(i);
  for (const auto& [place, winner] : winners_) {
    if (is_as_before_[place.file] || winner.kept == kNoKept) continue;
    wanted.insert(winner.kept);
    if (winner.is_shared) add_sharers(winner.kept, wanted);
  }
  std::vector<SummaryKey> keys;
  for (std::uint32_t kept : wanted)
    if (made_of_kept_[kept] == kNoKept) keys.push_back(earlier_.key(kept));
  return keys;
}

std::vector<std::pair<HitPlace, const SummaryHit*>> Winners::told() const {
  std::vector<std::pair<HitPlace, const SummaryHit*>> out;
  for (const auto& [place, winner] : winners_) {
    if (is_as_before_[place.file]) continue;
    const SummaryHits& hits = made_[winner.made].hits;
    if (auto hit = hits.find(place); hit != hits.end()) out.emplace_back(place, &hit->second);
  }
  return out;
}

}  // namespace sluice::flow
