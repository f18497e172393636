// analyzers/scan/earlier_scan.h - what of an earlier scan still holds in this one.
//
//   EarlierScan earlier(options.cache, options.results_key, sources, jobs);
//   earlier.file(i)          what it says of the i-th source, when that is unchanged
//
// Not here: what is kept (kept_scan.h), and how data that flows through several files is followed
// again (scan/flow_stage.h).
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/scan/kept_scan.h"
#include "base/cache.h"

namespace sluice {

class EarlierScan {
 public:
  // Without a key nothing was kept, and nothing is.
  EarlierScan(const Cache& cache, const std::string& key, const SourceSet& sources, unsigned jobs);

  bool keeps() const { return !key_.empty(); }
  // Whether so many files that had to be looked at again are worth writing it all anew.
  bool is_worth_keeping(std::size_t looked_at) const;
  // Those of all sources.
  const std::vector<Language>& languages() const { return languages_; }
  // languages_within of a source.
  const std::vector<Language>& languages(std::size_t source) const { return languages_of_[source]; }
  // templates::hosts_of
  const std::vector<Language>& hosts(std::size_t source) const { return hosts_of_[source]; }
  // Nothing of it holds unless this is as it was. `looks_again`: at files of such languages.
  void check(bool has_types, bool is_within_files, const std::set<Language>& looks_again);
  KeptScan* scan() { return scan_ ? &*scan_ : nullptr; }
  // Null: the file is new or changed.
  KeptFile* file(std::size_t source) { return files_[source]; }
  // What was found in it, with the sources of this scan. To be asked once.
  FileAnalysis take_analysis(std::size_t source);
  // Puts it in the place of the earlier one; digests and languages are known here.
  void put(const Cache& cache, const SourceSet& sources, KeptScan& now) const;

 private:
  void find_files(const SourceSet& sources);
  void forget();
  std::string key_;
  std::optional<KeptScan> scan_;
  std::vector<std::string> digests_;          // by source
  std::vector<std::vector<Language>> languages_of_, hosts_of_;
  std::vector<Language> languages_;
  std::vector<KeptFile*> files_;              // by source
  std::vector<SourceId> sources_then_;        // by file of the earlier scan: what it is now
};

}  // namespace sluice
