#include "analyzers/source/reader.h"

#include <algorithm>

#include "analyzers/source/decode.h"
#include "analyzers/source/generated.h"
#include "analyzers/source/header_language.h"
#include "base/parallel.h"
#include "analyzers/source/root_folder.h"
#include "base/text.h"

namespace sluice {
namespace {

constexpr std::size_t kHead = 1024;  // enough to tell a language

using Read = std::expected<ReadFile, Reason>;

Reason reason_of(const ReadError& error) {
  switch (error.kind) {
    case ReadError::Kind::TooLarge: return {ReasonCode::TooLarge, error.detail, {}, "", ""};
    case ReadError::Kind::NotAFile: return {ReasonCode::NotAFile, error.detail, {}, "", ""};
    case ReadError::Kind::System: break;
  }
  return {ReasonCode::Unreadable, error.detail, {}, "", ""};
}

Read read_one(RootFolder& root, const std::string& path, const DiscoveryOptions& options) {
  auto bytes = root.read(path, options.max_file_bytes);
  if (!bytes) return std::unexpected(reason_of(bytes.error()));
  return make_source(path, *std::move(bytes), options);
}

LanguageChoice choose_language(const std::string& path, std::string_view text, const DiscoveryOptions& options) {
  std::size_t dot = path.find_last_of("./");
  bool has_extension = dot != std::string::npos && path[dot] == '.';
  if (has_extension) {
    auto override = options.language_of_extension.find(to_lower(std::string_view(path).substr(dot + 1)));
    if (override != options.language_of_extension.end())
      return {override->second, "extension ." + override->first + " (by the configuration)"};
  }
  return language_of(path, text.substr(0, kHead));
}

bool is_asked_for(Language language, const DiscoveryOptions& options) {
  return options.languages.empty() ||
         std::any_of(options.languages.begin(), options.languages.end(), [&](Language asked) { return covers(asked, language); });
}

void set_reason(DiscoveredFile& file, Reason reason) {
  file.state = state_of(reason.code);
  file.reason = std::move(reason);
}

}  // namespace

SourceId SourceTree::find(std::string_view path) const {
  const auto& all = sources.all();
  auto found = std::lower_bound(all.begin(), all.end(), path, [](const Source& source, std::string_view wanted) { return source.path < wanted; });
  if (found == all.end() || found->path != path) return {};
  return {static_cast<std::uint32_t>(found - all.begin())};
}

std::expected<ReadFile, Reason> make_source(const std::string& path, std::string bytes, const DiscoveryOptions& options) {
  auto decoded = decode(std::move(bytes));
  if (!decoded) return std::unexpected(std::move(decoded).error());
  LanguageChoice choice = choose_language(path, decoded->text, options);
  if (options.leave_out_generated) {
    if (auto mark = find_generated_mark(decoded->text))
      return std::unexpected(Reason{ReasonCode::GeneratedMark, "it says that it is generated", {}, *std::move(mark), ""});
    if (is_minified(decoded->text, choice.language, path))
      return std::unexpected(Reason{ReasonCode::Minified, "most of it is on overlong lines of code", {}, "", ""});
  }
  ReadFile out;
  out.source.path = path;
  out.source.text = std::move(decoded->text);
  out.source.lines = LineIndex(out.source.text);
  out.source.encoding = decoded->encoding;
  out.source.has_lone_cr = decoded->has_lone_cr;
  out.source.language = choice.language;
  out.source.language_reason = std::move(choice.reason);
  out.is_ambiguous_header = choice.is_ambiguous_header;
  return out;
}

SourceTree finish(Discovery discovery, std::vector<Read> files, const DiscoveryOptions& options, unsigned jobs) {
  SLUICE_ASSERT(files.size() == discovery.files.size(), "every discovered file has its place");
  std::vector<Source> sources;
  std::vector<std::uint32_t> headers;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (discovery.files[i].state != FileState::Scanned) continue;
    if (!files[i]) {
      set_reason(discovery.files[i], std::move(files[i]).error());
      continue;
    }
    if (files[i]->is_ambiguous_header) headers.push_back(static_cast<std::uint32_t>(sources.size()));
    sources.push_back(std::move(files[i]->source));
  }
  // Before --languages drops what includes the headers.
  decide_header_languages(sources, headers, jobs);
  SourceSet::Builder set;
  auto source = sources.begin();
  for (DiscoveredFile& file : discovery.files) {
    if (file.state != FileState::Scanned) continue;
    if (is_asked_for(source->language, options)) set.add(std::move(*source));
    else set_reason(file, {ReasonCode::OtherLanguage, std::string(name(source->language)) + " was not asked for", {}, "", ""});
    ++source;
  }
  return {std::move(discovery), std::move(set).build()};
}

Result<SourceTree> read_sources(Discovery discovery, const DiscoveryOptions& options, unsigned jobs) {
  SLUICE_TRY(RootFolder root, RootFolder::open(discovery.root));
  std::vector<Read> files(discovery.files.size(), std::unexpected(Reason{}));
  for_each_index(files.size(), jobs, [&] {
    return [&, own_root = root.again()](std::size_t i) mutable {
      const DiscoveredFile& file = discovery.files[i];
      if (file.state == FileState::Scanned) files[i] = read_one(own_root, file.path, options);
    };
  });
  return finish(std::move(discovery), std::move(files), options, jobs);
}

Result<SourceTree> read_tree(const std::vector<std::string>& arguments, const DiscoveryOptions& options, unsigned jobs,
                             Diagnostics& diags, const std::string& current_folder) {
  SLUICE_TRY(Discovery discovery, discover(arguments, options, diags, current_folder));
  return read_sources(std::move(discovery), options, jobs);
}

}  // namespace sluice
