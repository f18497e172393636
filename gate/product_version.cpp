#include "gate/product_version.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "base/yaml_fields.h"
#include "gate/version_range.h"
#include "gate/yaml_files.h"

namespace sluice::gate {
Result<ProductVersion> parse_product_version(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  ProductVersion one;
  yaml::Fields fields(document.root(), errors);
  one.version = fields.text("version");
  one.product = fields.optional_text("product").value_or("");
  one.released = fields.day("released");
  one.identifiers = fields.texts("identifiers");
  one.first_seen_file = fields.optional_text("first-seen").value_or("");
  one.assessments = fields.texts("assessments");
  one.sarif = fields.texts("sarif");
  one.vex = fields.texts("vex");
  one.sboms = fields.texts("sboms");
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  one.file = std::move(file);
  one.sha256 = sha256_hex(text);
  return one;
}

Result<std::vector<ProductVersion>> load_product_versions(const std::vector<std::filesystem::path>& files_and_folders) {
  std::vector<ProductVersion> versions;
  Errors errors;
  for (const auto& given : files_and_folders) {
    auto paths = yaml_files(given);
    if (!paths) {
      errors.append(std::move(paths).error());
      continue;
    }
    for (const auto& path : *paths) {
      auto text = read_file(path);
      auto one = text ? parse_product_version(path.string(), *text) : Result<ProductVersion>(std::unexpected(std::move(text).error()));
      if (!one) errors.append(std::move(one).error());
      else if (auto known = std::ranges::find(versions, one->version, &ProductVersion::version); known != versions.end())
        errors.add({one->file}, "version-twice", fmt::format("version `{}` is there already, in {}", one->version, known->file));
      else versions.push_back(*std::move(one));
    }
  }
  if (versions.empty() && errors.empty()) errors.add({}, "versions-none", "no version files (*.yaml) were found");
  if (!errors.empty()) return std::unexpected(std::move(errors));
  std::ranges::stable_sort(versions, [](const ProductVersion& a, const ProductVersion& b) { return compare_versions(a.version, b.version) < 0; });
  return versions;
}

}  // namespace sluice::gate
