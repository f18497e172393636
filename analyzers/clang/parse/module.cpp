// The module's one entry: parses a file with libclang, annotates its Unit, runs the checks.
#include "analyzers/clang/module.h"

#include <clang-c/Index.h>

#include "analyzers/clang/checks/check.h"
#include "analyzers/clang/parse/annotate.h"
#include "analyzers/clang/parse/handles.h"
#include "analyzers/clang/parse/tree.h"

namespace sluice::clang {
namespace {

// Bodies of functions in headers say nothing about this file: they are parsed as far as
// their ends only. KeepGoing: a header that is missing is no reason to stop.
constexpr unsigned kParseOptions = CXTranslationUnit_KeepGoing | CXTranslationUnit_IgnoreNonErrorsFromIncludedFiles;

std::string_view name_of(CXErrorCode code) {
  switch (code) {
    case CXError_Crashed: return "libclang broke off";
    case CXError_InvalidArguments: return "libclang does not accept the flags";
    default: return "libclang cannot read the file";
  }
}

class LibclangModule : public Module {
 public:
  LibclangModule() : checks_(all_checks()) {
    for (const auto& check : checks_) rules_.push_back(check->info());
  }

  std::string version() const override { return take(clang_getClangVersion()); }
  const std::vector<RuleInfo>& rules() const override { return rules_; }

  std::vector<std::string> words() const override {
    std::vector<std::string> all;
    for (const auto& check : checks_)
      for (std::string& word : check->words()) all.push_back(std::move(word));
    return all;
  }

  FileOutput analyze(const FileInput& input) const override {
    FileOutput out;
    // An index per file: one is not for several threads at once.
    Index index(clang_createIndex(0, 0));
    TranslationUnit unit = parse(index, input, out);
    if (!unit) return out;
    std::string path(input.path);
    CXFile main_file = clang_getFile(unit.get(), path.c_str());
    if (!main_file) {
      out.problem = "libclang has lost the file";
      return out;
    }
    out.was_parsed = true;
    Tree tree(unit.get(), main_file, input.text, read_errors(unit.get(), main_file, out));
    annotate(tree, input.nodes, out);
    run_checks(checks_, tree, out);
    return out;
  }

 private:
  static TranslationUnit parse(const Index& index, const FileInput& input, FileOutput& out) {
    std::string path(input.path);
    std::vector<const char*> flags;
    for (const std::string& flag : input.flags) flags.push_back(flag.c_str());
    CXUnsavedFile text{path.c_str(), input.text.data(), input.text.size()};
    CXTranslationUnit made = nullptr;
    CXErrorCode code = clang_parseTranslationUnit2(index.get(), path.c_str(), flags.data(), static_cast<int>(flags.size()), &text, 1, kParseOptions, &made);
    TranslationUnit unit(made);
    if (code == CXError_Success && unit) return unit;
    out.problem = name_of(code);
    return nullptr;
  }

  // Counts them, and gives the places of those in the file.
  static std::vector<std::uint32_t> read_errors(CXTranslationUnit unit, CXFile main_file, FileOutput& out) {
    std::vector<std::uint32_t> places;
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); ++i) {
      std::unique_ptr<void, Dispose<clang_disposeDiagnostic>> diagnostic(clang_getDiagnostic(unit, i));
      if (clang_getDiagnosticSeverity(diagnostic.get()) < CXDiagnostic_Error) continue;
      ++out.errors;
      auto place = place_in(main_file, clang_getDiagnosticLocation(diagnostic.get()));
      if (place) places.push_back(place->offset);
      if (!out.problem.empty()) continue;
      out.problem = take(clang_getDiagnosticSpelling(diagnostic.get()));
      if (place) out.problem_offset = place->offset;
    }
    return places;
  }

  std::vector<std::unique_ptr<Check>> checks_;
  std::vector<RuleInfo> rules_;
};

}  // namespace
}  // namespace sluice::clang

extern "C" sluice::clang::Module* sluice_clang_module(std::uint32_t interface) {
  return interface == sluice::clang::kInterface ? new sluice::clang::LibclangModule : nullptr;
}
