#include "analyzers/flow/engine/winners.h"

#include <algorithm>
#include <tuple>
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
  choose_told();
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

HitKey Winners::key_of(const KeptHit& hit) const {
  HitKey key{{earlier_.file(hit.file).index, {hit.begin, hit.end}, hit.rule}, {}};
  if (!hit.has_source) return key;
  const Atom atom = earlier_.source(hit);
  key.source.function = atom.function();
  if (atom.is_point()) key.source.range = {hit.source_begin, hit.source_end};
  else key.source.model = std::pair(atom.step(), atom.origin());
  return key;
}

void Winners::compete() {
  winners_.clear();
  for (std::uint32_t i = 0; i < earlier_.size(); ++i) {
    if (!is_as_before(i)) continue;
    for (const KeptHit& hit : earlier_.kept(i).hits)
      enter(key_of(hit), {.kept = i,
                            .made = made_of_kept_[i],
                            .function = earlier_.function(earlier_.kept(i).function),
                            .is_shared = hit.is_shared,
                            .was_told = hit.is_told,
                            .rank = hit.rank,
                            .atom = hit.has_source ? earlier_.source(hit) : Atom{}});
  }
  for (std::uint32_t i = 0; i < made_.size(); ++i) {
    if (!made_[i].is_new) continue;
    for (const auto& [key, hit] : made_[i].hits)
      enter(key, {.made = i, .function = made_[i].of.function, .is_shared = hit.is_shared, .rank = hit.taint.rank, .atom = hit.taint.atom});
  }
}

void Winners::enter(const HitKey& key, const Winner& winner) {
  auto [known, is_new] = winners_.try_emplace(key, winner);
  if (!is_new && is_better(winner, known->second)) known->second = winner;
}

bool Winners::is_better(const Winner& a, const Winner& b) const {
  auto order = std::tie(a.rank, a.atom, a.function) <=> std::tie(b.rank, b.atom, b.function);
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

void Winners::choose_told() {
  constexpr std::size_t kMostWays = 10;  // are told of one place
  told_.clear();
  for (const auto& [key, winner] : winners_) told_[key.place].emplace_back(key.source, winner);
  for (auto& [place, ways] : told_) {
    // The one from nowhere comes last.
    if (ways.size() > 1 && !ways.back().first.function.valid()) ways.pop_back();
    std::ranges::stable_sort(ways, {}, [](const auto& way) { return way.second.rank; });
    ways.resize(std::min(ways.size(), kMostWays));
  }
}

template <class Is>
bool Winners::is_told(const HitKey& key, const Is& is) const {
  auto ways = told_.find(key.place);
  return ways != told_.end() && std::ranges::any_of(ways->second, [&](const auto& way) { return way.first == key.source && is(way.second); });
}

bool Winners::is_told(std::uint32_t kept, const KeptHit& hit) const {
  return is_told(key_of(hit), [&](const Winner& winner) { return winner.kept == kept; });
}

bool Winners::is_told(const Made& made, const HitKey& key) const {
  return is_told(key, [&](const Winner& winner) { return winner.made != kNoKept && &made_[winner.made] == &made; });
}

void Winners::compare_with_earlier() {
  is_as_before_.assign(program_.file_count(), false);
  if (!earlier_.is_usable()) return;
  for (FileId file : earlier_.earlier().files)
    if (file.valid()) is_as_before_[file.index] = true;
  std::map<HitPlace, std::size_t> told_then;
  for (std::uint32_t i = 0; i < earlier_.size(); ++i)
    for (const KeptHit& hit : earlier_.kept(i).hits) {
      const FileId file = earlier_.file(hit.file);
      if (hit.is_told && file.valid()) ++told_then[{file.index, {hit.begin, hit.end}, hit.rule}];
    }
  for (const auto& [place, ways] : told_) {
    auto then = told_then.find(place);
    bool is_same = then != told_then.end() && then->second == ways.size() && std::ranges::all_of(ways, [](const auto& way) { return way.second.was_told; });
    if (!is_same) is_as_before_[place.file] = false;
  }
  for (const auto& [place, count] : told_then)
    if (!told_.contains(place)) is_as_before_[place.file] = false;
}

void Winners::add_sharers(std::uint32_t kept, std::set<std::uint32_t>& wanted) const {
  for (const KeptShared& shared : earlier_.kept(kept).reads)
    if (auto sharers = sharers_.find(earlier_.place(shared)); sharers != sharers_.end()) wanted.insert(sharers->second.begin(), sharers->second.end());
}

std::vector<SummaryKey> Winners::missing() const {
  std::set<std::uint32_t> wanted;
  for (std::uint32_t i = 0; i < earlier_.size(); ++i)
    if (is_touched_[i]) wanted.insert(i);
  for (const auto& [place, ways] : told_)
    for (const auto& [source, winner] : ways) {
      if (is_as_before_[place.file] || winner.kept == kNoKept) continue;
      wanted.insert(winner.kept);
      if (winner.is_shared) add_sharers(winner.kept, wanted);
    }
  std::vector<SummaryKey> keys;
  for (std::uint32_t kept : wanted)
    if (made_of_kept_[kept] == kNoKept) keys.push_back(earlier_.key(kept));
  return keys;
}

const SummaryHit* Winners::hit(const HitPlace& place, const SourcePlace& source, const Winner& winner) const {
  auto found = made_[winner.made].hits.find({place, source});
  return found == made_[winner.made].hits.end() ? nullptr : &found->second;
}

}  // namespace sluice::flow
