#include "analyzers/flow/engine/keeper.h"

#include <algorithm>
#include <map>
#include <set>

#include "analyzers/flow/engine/name_digests.h"

namespace sluice::flow {
namespace {

void sort_unique(std::vector<std::uint32_t>& list) {
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

class Keeper {
 public:
  Keeper(const Program& program, const Continuation& earlier, const Winners& winners) : program_(program), earlier_(earlier), winners_(winners), digests_(program) {}

  KeptAnalysis run(const Relevance& relevance, const std::vector<std::unique_ptr<Solver>>& solvers) {
    kept_.has_pattern_rules = program_.has_pattern_rules();
    for (std::uint32_t i = 0; i < program_.file_count(); ++i) kept_.files.push_back({facts({i}, relevance)});
    number_summaries();
    for (std::uint32_t i = 0; i < earlier_.size(); ++i)
      if (winners_.is_as_before(i)) kept_.summaries.push_back(as_before(i));
    for (const Winners::Made& made : winners_.made())
      if (made.is_new) kept_.summaries.push_back(summary(made, solvers));
    return std::move(kept_);
  }

 private:
  std::vector<std::uint8_t> facts(FileId file, const Relevance& relevance) const {
    std::vector<std::uint8_t> facts(program_.header(file).functions.size());
    for (std::uint32_t f = 0; f < facts.size(); ++f) {
      std::uint32_t id = program_.global(file, {f}).index;
      facts[f] = static_cast<std::uint8_t>((relevance.is_root[id] ? KeptFile::kRoot : 0) | (relevance.has_any[id] ? KeptFile::kHasAny : 0));
    }
    return facts;
  }

  // First those of the earlier scan, then those that are new.
  void number_summaries() {
    number_of_kept_.assign(earlier_.size(), kNoKept);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < earlier_.size(); ++i)
      if (winners_.is_as_before(i)) number_of_kept_[i] = next++;
    for (const Winners::Made& made : winners_.made()) numbers_[{made.of.function, *made.of.context}] = made.is_new ? next++ : number_of_kept_[made.kept];
  }

  // --- of the earlier scan ---

  KeptSummary as_before(std::uint32_t number) {
    KeptSummary summary = earlier_.kept(number);
    auto move_function = [&](KeptFunction& function) {
      if (function.file != kNoKept) function = kept(earlier_.function(function));
    };
    auto move_name = [&](std::uint32_t& name) {
      if (name != kNoKept) name = moved_name(name);
    };
    // Of what a touched summary gives to this one only the number is new.
    for (std::uint32_t& each : summary.summaries) each = number_of_kept_[each] != kNoKept ? number_of_kept_[each] : numbers_.at(earlier_.key(each));
    for (std::uint32_t& file : summary.files) file = earlier_.file(file).index;
    for (std::uint32_t& name : summary.names) move_name(name);
    for (KeptFunction& function : summary.asked) move_function(function);
    for (KeptArgument& each : summary.context.arguments) move_name(each.constant), move_name(each.type), move_function(each.function);
    for (KeptCapture& each : summary.context.captures) move_function(each.owner), move_name(each.variable), move_function(each.function);
    move_name(summary.context.self_type);
    for (KeptHit& hit : summary.hits) {
      hit.is_told = winners_.is_told(number, hit);
      hit.file = earlier_.file(hit.file).index;
      if (hit.has_source) move_function(hit.source);
    }
    for (std::vector<KeptShared>* list : {&summary.writes, &summary.reads})
      for (KeptShared& shared : *list) move_function(shared.owner), move_name(shared.name);
    move_function(summary.function);
    return summary;
  }

  std::uint32_t moved_name(std::uint32_t name) {
    if (moved_names_.empty()) moved_names_.assign(earlier_.earlier().kept->names.size(), kNoKept);
    if (moved_names_[name] == kNoKept) {
      const KeptAnalysis& before = *earlier_.earlier().kept;
      moved_names_[name] = this->name(program_.symbol(before.names[name]));
      // Summaries that hold looked up nothing that changed.
      std::string& digest = kept_.name_digests[moved_names_[name]];
      if (digest.empty()) digest = before.name_digests[name];
    }
    return moved_names_[name];
  }

  // --- new ones ---

  KeptSummary summary(const Winners::Made& made, const std::vector<std::unique_ptr<Solver>>& solvers) {
    const SummaryKey key{made.of.function, *made.of.context};
    Dependencies asked;
    std::set<std::uint32_t> given;
    for (const std::unique_ptr<Solver>& solver : solvers)
      if (auto record = solver->records().find(key); record != solver->records().end()) {
        asked.add(record->second.asked);
        for (const SummaryKey* each : record->second.summaries)
          if (auto number = numbers_.find(*each); number != numbers_.end()) given.insert(number->second);
      }
    KeptSummary summary;
    summary.function = kept(key.first);
    summary.was_cut = made.of.summary->was_cut;
    summary.files = asked.of(Dependencies::Kind::File);
    summary.reads_settings = !asked.of(Dependencies::Kind::Settings).empty();
    for (std::uint32_t symbol : asked.of(Dependencies::Kind::Name)) summary.names.push_back(looked_up(Symbol{symbol}));
    for (std::uint32_t function : asked.of(Dependencies::Kind::Asked)) summary.asked.push_back(kept({function}));
    summary.summaries.assign(given.begin(), given.end());
    summary.context = context(key.second, summary.files);
    for (const auto& [hit_key, hit] : made.hits) summary.hits.push_back(kept_hit(made, hit_key, hit, summary.files));
    summary.writes = shared(made.writes, summary.files);
    summary.reads = shared(made.reads, summary.files);
    sort_unique(summary.files);
    return summary;
  }

  // What is named by its place in a file holds as long as that file is the same.
  KeptFunction located(ProgramFunctionId function, std::vector<std::uint32_t>& files) const {
    if (!function.valid()) return {};
    files.push_back(program_.function(function).file.index);
    return kept(function);
  }

  KeptContext context(const Context& context, std::vector<std::uint32_t>& files) {
    KeptContext out;
    for (const Context::Argument& each : context.arguments) out.arguments.push_back({each.parameter, name(each.constant), name(each.type), each.is_exact_type, located(each.function, files)});
    for (const Context::Capture& each : context.captures) out.captures.push_back({located(each.owner, files), name(each.variable), located(each.function, files)});
    out.self_type = name(context.self_type);
    return out;
  }

  KeptHit kept_hit(const Winners::Made& made, const HitKey& key, const SummaryHit& hit, std::vector<std::uint32_t>& files) const {
    KeptHit out;
    files.push_back(out.file = key.place.file);
    out.begin = key.place.range.begin;
    out.end = key.place.range.end;
    out.rule = key.place.rule;
    out.is_shared = hit.is_shared;
    out.is_told = winners_.is_told(made, key);
    out.has_source = key.source.function.valid();
    if (!out.has_source) return out;
    out.rank = hit.taint.rank;
    out.source = located(hit.taint.atom.function(), files);
    out.source_place = hit.taint.atom.place();
    out.source_begin = key.source.range.begin;
    out.source_end = key.source.range.end;
    return out;
  }

  std::vector<KeptShared> shared(const std::set<SharedPlace>& places, std::vector<std::uint32_t>& files) {
    std::vector<KeptShared> out;
    for (const SharedPlace& place : places) out.push_back({located(place.owner, files), name(place.name)});
    return out;
  }

  // --- numbers ---

  KeptFunction kept(ProgramFunctionId id) const { return {program_.function(id).file.index, program_.function(id).local.index}; }

  std::uint32_t name(Symbol symbol) {
    if (!symbol.valid()) return kNoKept;
    auto [at, is_new] = names_.try_emplace(symbol.index, static_cast<std::uint32_t>(kept_.names.size()));
    if (is_new) {
      kept_.names.emplace_back(program_.text(symbol));
      kept_.name_digests.emplace_back();
    }
    return at->second;
  }

  std::uint32_t looked_up(Symbol symbol) {
    std::uint32_t number = name(symbol);
    std::string& digest = kept_.name_digests[number];
    if (digest.empty()) digest = digests_.of(kept_.names[number]);
    return number;
  }

  const Program& program_;
  const Continuation& earlier_;
  const Winners& winners_;
  NameDigests digests_;
  KeptAnalysis kept_;
  std::unordered_map<std::uint32_t, std::uint32_t> names_;  // by Symbol
  std::vector<std::uint32_t> moved_names_;      // by name of the earlier scan
  std::vector<std::uint32_t> number_of_kept_;   // by summary of the earlier scan
  std::map<SummaryKey, std::uint32_t> numbers_;
};

}  // namespace

KeptAnalysis keep(const Program& program, const Relevance& relevance, const Continuation& earlier, const Winners& winners, const std::vector<std::unique_ptr<Solver>>& solvers) {
  return Keeper(program, earlier, winners).run(relevance, solvers);
}

}  // namespace sluice::flow
