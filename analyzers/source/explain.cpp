#include "analyzers/source/explain.h"

#include <fmt/format.h>

#include "analyzers/source/project_root.h"
#include "analyzers/source/reader.h"

namespace sluice {
namespace {

// The includers of a `.h` decide its language, and they may be anywhere in the project.
Result<const Source*> read_in_project(const std::string& path, const DiscoveryOptions& options, SourceTree& tree, Diagnostics& diags,
                                      const std::string& current) {
  DiscoveryOptions c_family = options;
  c_family.languages = {Language::C, Language::Cpp};
  SLUICE_TRY(tree, read_tree({tree.discovery.root}, c_family, 1, diags, current));
  SourceId id = tree.find(path);
  return id.valid() ? &tree.sources[id] : nullptr;
}

void add_lines(Explanation& out, const Source& source) {
  std::uint32_t lines = source.written_lines();
  out.lines.push_back(fmt::format("  language: {} ({})", info(source.language).title, source.language_reason));
  out.lines.push_back(fmt::format("  encoding: {}", name(source.encoding)));
  out.lines.push_back(fmt::format("  size: {} bytes of text, {} line{}", source.text.size(), lines, lines == 1 ? "" : "s"));
}

void add_summary(Explanation& out, const Discovery& discovery) {
  DiscoveryCounts counts = discovery.counts();
  out.lines.push_back(fmt::format("  files: {} discovered = {} scanned + {} skipped + {} ignored", counts.discovered, counts.scanned,
                                  counts.skipped, counts.ignored));
  if (counts.folders_skipped + counts.folders_ignored > 0)
    out.lines.push_back(fmt::format("  folders not entered: {} skipped, {} ignored", counts.folders_skipped, counts.folders_ignored));
  for (const auto& [code, count] : discovery.reasons()) out.lines.push_back(fmt::format("  {} {}: {}", name(state_of(code)), name(code), count));
}

}  // namespace

Result<Explanation> explain(const std::string& path, const DiscoveryOptions& options, Diagnostics& diags, const std::string& current) {
  SLUICE_TRY(SourceTree tree, read_tree({path}, options, 1, diags, current));
  std::string folder = current;
  if (folder.empty()) {
    SLUICE_TRY(folder, current_folder());
  }
  SLUICE_TRY(ProjectPaths project, find_project({path}, folder));
  const std::string shown = project.paths.front().empty() ? "." : project.paths.front();
  Explanation out;
  out.is_scanned = !tree.sources.empty();
  for (const DiscoveredFile& file : tree.discovery.files) {
    bool is_it = file.path == shown || file.path == shown + "/";
    if (is_it && file.state != FileState::Scanned) out.lines.push_back(file.path + ": not scanned, " + to_string(file.reason));
  }
  SourceId id = tree.find(shown);
  if (!id.valid()) {
    if (out.lines.empty()) {
      out.lines.push_back(shown + ": a folder");
      add_summary(out, tree.discovery);
    } else if (!tree.sources.empty()) {
      out.lines.push_back("  scanned under its own name: " + tree.sources.all().front().path);
    }
    return out;
  }
  const Source* source = &tree.sources[id];
  SourceTree whole;
  if (source->path.ends_with(".h") && source->language == Language::C) {
    whole.discovery.root = tree.discovery.root;
    SLUICE_TRY(const Source* seen, read_in_project(shown, options, whole, diags, current));
    if (seen) source = seen;
  }
  out.lines.push_back(shown + ": scanned");
  add_lines(out, *source);
  return out;
}

}  // namespace sluice
