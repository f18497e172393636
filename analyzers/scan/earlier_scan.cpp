#include "analyzers/scan/earlier_scan.h"

#include <algorithm>
#include <unordered_map>

#include "analyzers/syntax/embedded.h"
#include "analyzers/templates/template_code.h"
#include "base/parallel.h"

namespace sluice {

EarlierScan::EarlierScan(const Cache& cache, const std::string& key, const SourceSet& sources, unsigned jobs)
    : key_(key), languages_of_(sources.size()), hosts_of_(sources.size()), files_(sources.size(), nullptr) {
  if (keeps()) {
    digests_.resize(sources.size());
    // What was kept is one more piece of work, and the first.
    for_each_index(sources.size() + 1, jobs, [&] {
      return [&](std::size_t i) {
        if (i > 0) digests_[i - 1] = digest_of(sources.all()[i - 1]);
        else if (auto bytes = cache.get(key_)) scan_ = kept_scan_from_bytes(*bytes);
      };
    });
    if (scan_) find_files(sources);
  }
  for_each_index(sources.size(), jobs, [&] {
    return [&](std::size_t i) {
      const Source& source = sources.all()[i];
      languages_of_[i] = files_[i] ? files_[i]->languages : languages_within(source.language, source.text);
      hosts_of_[i] = files_[i] ? files_[i]->hosts : templates::hosts_of(source.path, source.text);
    };
  });
  std::set<Language> all;
  for (const std::vector<Language>& each : languages_of_) all.insert(each.begin(), each.end());
  // Templates whose name says what renders them may be without the code that does.
  for (const std::vector<Language>& each : hosts_of_)
    if (each.size() == 1) all.insert(each.front());
  languages_.assign(all.begin(), all.end());
}

void EarlierScan::find_files(const SourceSet& sources) {
  std::unordered_map<std::string_view, std::uint32_t> by_path;
  for (std::uint32_t i = 0; i < scan_->files.size(); ++i) by_path.emplace(scan_->files[i].path, i);
  sources_then_.assign(scan_->files.size(), SourceId{});
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    auto known = by_path.find(sources.all()[i].path);
    if (known == by_path.end() || scan_->files[known->second].digest != digests_[i]) continue;
    files_[i] = &scan_->files[known->second];
    sources_then_[known->second] = sources.id_at(i);
  }
}

void EarlierScan::forget() {
  scan_.reset();
  std::ranges::fill(files_, nullptr);
}

void EarlierScan::check(bool has_types, bool is_within_files, const std::set<Language>& looks_again) {
  if (!scan_) return;
  if (scan_->has_types != has_types || scan_->is_within_files != is_within_files || scan_->languages != languages_) return forget();
  for (KeptFile*& file : files_)
    if (file && std::ranges::any_of(file->languages, [&](Language language) { return looks_again.contains(language); })) file = nullptr;
}

bool EarlierScan::is_worth_keeping(std::size_t looked_at) const {
  // Writing takes as long as looking at some files: the next scan may as well look at them again.
  constexpr std::size_t kShare = 256;
  if (!scan_) return keeps();
  const std::size_t gone = static_cast<std::size_t>(std::ranges::count_if(sources_then_, [](SourceId id) { return !id.valid(); }));
  return keeps() && std::max(looked_at, gone) > files_.size() / kShare;
}

FileAnalysis EarlierScan::take_analysis(std::size_t source) {
  FileAnalysis analysis = std::move(files_[source]->analysis);
  for (Finding& finding : analysis.findings) {
    finding.source = sources_then_[finding.source.index];
    for (Trace& trace : finding.traces)
      for (TraceStep& step : trace) step.source = sources_then_[step.source.index];
  }
  return analysis;
}

void EarlierScan::put(const Cache& cache, const SourceSet& sources, KeptScan& now) const {
  now.languages = languages_;
  for (std::size_t i = 0; i < now.files.size(); ++i) {
    now.files[i].path = sources.all()[i].path;
    now.files[i].digest = digests_[i];
    now.files[i].languages = languages_of_[i];
    now.files[i].hosts = hosts_of_[i];
  }
  cache.put(key_, to_bytes(now));
}

}  // namespace sluice
