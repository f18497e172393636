// Policies that extend others: the table composition_cases.yaml, files, circles.
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.h"
#include "gate/policy.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kHead = "policy: product\nversion: \"1\"\nextends: company.yaml\n";

std::vector<std::string> lines_of(const Errors& errors) {
  std::vector<std::string> lines;
  for (const Error& error : errors.list) lines.push_back(to_string(error));
  return lines;
}

struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "sluice-composition-test";
  Folder() {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path / "policies/product");
  }
  ~Folder() { std::filesystem::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { REQUIRE(write_file_atomically(path / name, text)); }
};

std::string whole(const std::string& id) {
  return "policy: " + id +
         "\nversion: \"1\"\ndeadlines: { high: { from: 8.0, days: 60 }, medium: { from: 5, days: 180 }, low: { days: best-effort } }\n"
         "stages: { release: {} }\n";
}

std::string extending(const std::string& file) { return "policy: p\nversion: \"1\"\nextends: " + file + "\n"; }

std::string error_of(const Result<Policy>& policy) { return policy ? "" : to_string(policy.error()); }

}  // namespace

TEST_CASE("a policy that extends another can only tighten", "[gate]") {
  Result<std::string> text = read_file(SLUICE_SOURCE_DIR "/tests/unit/gate/composition_cases.yaml");
  REQUIRE(text);
  Result<yaml::Document> table = yaml::Document::parse("composition_cases.yaml", *text);
  REQUIRE(table);
  const std::string& company = table->root().find("company")->scalar();
  for (const yaml::Node& one : table->root().find("cases")->items()) {
    INFO("composition_cases.yaml:" << one.place().line << ": " << one.find("name")->scalar());
    Result<Policy> policy = parse_policy("product.yaml", kHead + one.find("product")->scalar(),
                                         [&](const std::string&, const std::string& path) -> Result<PolicyText> { return PolicyText{path, company}; });
    std::vector<std::string> told = policy ? std::vector<std::string>{} : lines_of(policy.error());
    std::vector<std::string> expected;
    if (const yaml::Node* errors = one.find("errors")) expected = *errors->as_texts();
    CHECK(told == expected);
  }
}

TEST_CASE("what a policy extends is among what it is", "[gate]") {
  Result<Policy> policy = parse_policy("product.yaml", kHead, [](const std::string&, const std::string& path) -> Result<PolicyText> {
    return PolicyText{"up/" + path, whole("company")};
  });
  REQUIRE(policy);
  CHECK(policy->id == "product");
  REQUIRE(policy->bases.size() == 1);
  CHECK(policy->bases[0].id == "company");
  CHECK(policy->bases[0].file == "up/company.yaml");
  CHECK(policy->bases[0].sha256.size() == 64);
  CHECK(policy->find_stage("release")->vulnerabilities.overdue.place.file == "up/company.yaml");
}

TEST_CASE("an extended policy is read from the folder of policies and from nowhere else", "[gate]") {
  Folder folder;
  folder.write("outside.yaml", whole("outside"));
  folder.write("policies/company.yaml", whole("company"));
  folder.write("policies/product/up.yaml", extending("../company.yaml"));
  folder.write("policies/product/out.yaml", extending("../../outside.yaml"));
  folder.write("policies/product/absolute.yaml", extending((folder.path / "policies/company.yaml").string()));
  folder.write("policies/product/absent.yaml", extending("absent-too.yaml"));
  std::filesystem::create_symlink(folder.path / "outside.yaml", folder.path / "policies/product/link.yaml");
  folder.write("policies/product/linked.yaml", extending("link.yaml"));
  std::filesystem::path product = folder.path / "policies/product", root = folder.path / "policies";
  CHECK(error_of(load_policy(product / "up.yaml", root)) == "");
  CHECK(error_of(load_policy(product / "up.yaml")).find("leads out of") != std::string::npos);
  CHECK(error_of(load_policy(product / "out.yaml", root)).find("out.yaml:3:10: `../../outside.yaml`: leads out of") != std::string::npos);
  CHECK(error_of(load_policy(product / "linked.yaml", root)).find("leads out of") != std::string::npos);
  CHECK(error_of(load_policy(product / "absolute.yaml", root)).find("must be relative") != std::string::npos);
  CHECK(error_of(load_policy(product / "absent.yaml", root)).find("absent.yaml:3:10: `absent-too.yaml`: ") != std::string::npos);
}

TEST_CASE("circles and endless chains of policies are refused", "[gate]") {
  Folder folder;
  folder.write("a.yaml", extending("b.yaml"));
  folder.write("b.yaml", extending("./policies/../a.yaml"));
  folder.write("self.yaml", extending("self.yaml"));
  CHECK(error_of(load_policy(folder.path / "a.yaml")).find("b.yaml:3:10: `./policies/../a.yaml` extends this policy in turn: that is a circle") != std::string::npos);
  CHECK(error_of(load_policy(folder.path / "self.yaml")).find("circle") != std::string::npos);
  for (int i = 0; i < 12; ++i) folder.write("c" + std::to_string(i) + ".yaml", extending("c" + std::to_string(i + 1) + ".yaml"));
  folder.write("c12.yaml", whole("end"));
  CHECK(error_of(load_policy(folder.path / "c0.yaml")).find("more than 8 policies") != std::string::npos);
  CHECK(error_of(load_policy(folder.path / "c5.yaml")) == "");
  CHECK(error_of(parse_policy("p.yaml", extending("company.yaml"))).find("must be read from a file") != std::string::npos);
}
