#include "cli/version_inputs.h"

#include <algorithm>
#include <filesystem>

#include "gate/product_version.h"

namespace sluice::cli {
namespace {

// A file that stands in a version file, `tool=` before it kept.
std::string beside(const std::string& version_file, const std::string& argument) {
  std::size_t equal = argument.find('=');
  bool has_tool = equal != std::string::npos && equal > 0 && argument.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == equal;
  std::string tool = has_tool ? argument.substr(0, equal + 1) : "", file = has_tool ? argument.substr(equal + 1) : argument;
  return tool + (std::filesystem::path(version_file).parent_path() / file).string();
}

GateRequest request_of(const gate::ProductVersion& version, GateRequest request) {
  for (const std::string& one : version.assessments) request.assessments.push_back(beside(version.file, one));
  for (const std::string& one : version.sarif) request.sarif.push_back(beside(version.file, one));
  for (const std::string& one : version.vex) request.vex.push_back(beside(version.file, one));
  return request;
}

gate::Release release_of(const gate::ProductVersion& version) {
  gate::Release release;
  release.product = version.product;
  release.version = version.version;
  release.identifiers = version.identifiers;
  if (!version.first_seen_file.empty()) release.first_seen_file = version.first_seen_file;
  release.file = version.file;
  release.sha256 = version.sha256;
  return release;
}

}  // namespace

Result<std::vector<gate::VersionEvidence>> read_versions(const std::vector<std::string>& paths, const GateRequest& request) {
  SLUICE_TRY(std::vector<gate::ProductVersion> versions, gate::load_product_versions({paths.begin(), paths.end()}));
  std::vector<gate::VersionEvidence> read;
  Errors errors;
  for (const gate::ProductVersion& version : versions) {
    gate::VersionEvidence evidence{version.version, version.released, {}, {}};
    auto input = read_gate_input(request_of(version, request), release_of(version));
    if (input) evidence.input = *std::move(input);
    else errors.append(std::move(input).error());
    for (const std::string& file : version.sboms) {
      auto sbom = gate::load_sbom(beside(version.file, file));
      if (sbom) evidence.sboms.push_back(*std::move(sbom));
      else errors.append(std::move(sbom).error());
    }
    read.push_back(std::move(evidence));
  }
  // What is the same for all versions (the policy) has the same mistakes in all of them.
  std::vector<Error> once;
  for (Error& error : errors.list)
    if (std::ranges::find(once, error) == once.end()) once.push_back(std::move(error));
  errors.list = std::move(once);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return read;
}

}  // namespace sluice::cli
