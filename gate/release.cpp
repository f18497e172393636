#include "gate/release.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/yaml_fields.h"

namespace sluice::gate {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

// A build is named by what it is, not by a label that can be moved: `sha256:` and 64 digits.
std::string read_build(yaml::Fields& fields) {
  std::string build = fields.text("build");
  bool is_digest = build.starts_with("sha256:") && build.size() == 71 && build.find_first_not_of(kHexDigits, 7) == std::string::npos;
  const yaml::Node* node = fields.find("build");
  if (node && node->is_scalar() && !build.empty() && !is_digest)
    fields.complain(*node, "release-build", "`build` must be the digest of the build: `sha256:` and 64 hex digits in lower case");
  return build;
}

std::string read_commit(yaml::Fields& fields) {
  std::string commit = fields.text("commit");
  bool is_id = commit.size() >= 7 && commit.size() <= 64 && commit.find_first_not_of(kHexDigits) == std::string::npos;
  const yaml::Node* node = fields.find("commit");
  if (node && node->is_scalar() && !commit.empty() && !is_id)
    fields.complain(*node, "release-commit", "`commit` must be a commit id: 7 to 64 hex digits in lower case");
  return commit;
}

Sandbox read_sandbox(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  Sandbox sandbox;
  sandbox.name = fields.text("name");
  sandbox.build = read_build(fields);
  fields.required("deployed");
  sandbox.deployed = fields.instant("deployed").value_or(Instant{});
  sandbox.assets = fields.texts("assets");
  fields.finish();
  return sandbox;
}

std::map<std::string, Date, std::less<>> read_shipped(const yaml::Node& node, Errors& errors) {
  std::map<std::string, Date, std::less<>> shipped;
  yaml::Fields fields(node, errors);
  for (const yaml::Pair& pair : node.pairs())
    if (auto day = fields.day(pair.key.scalar())) shipped[pair.key.scalar()] = *day;
  return shipped;
}

}  // namespace

Result<Release> parse_release(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  Release release;
  yaml::Fields fields(document.root(), errors);
  release.product = fields.text("product");
  release.version = fields.text("version");
  release.commit = read_commit(fields);
  release.build = read_build(fields);
  release.previous_active = fields.optional_text("previous-active").value_or("");
  if (const yaml::Node* shipped = fields.find("shipped")) release.shipped = read_shipped(*shipped, errors);
  release.ship_date = fields.day("ship-date");
  if (const yaml::Node* sandbox = fields.find("sandbox")) release.sandbox = read_sandbox(*sandbox, errors);
  release.identifiers = fields.texts("identifiers");
  release.active_assessments = fields.texts("active-assessments");
  release.first_seen_file = fields.optional_text("first-seen").value_or("");
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  release.file = std::move(file);
  release.sha256 = sha256_hex(text);
  return release;
}

Result<Release> load_release(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_release(path.string(), text);
}

}  // namespace sluice::gate
