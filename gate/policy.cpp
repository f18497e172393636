#include "gate/policy.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "base/yaml_fields.h"
#include "gate/policy_stages.h"
#include "gate/policy_tightening.h"

namespace sluice::gate {
namespace {

constexpr std::size_t kMostBases = 8;

void read_days(yaml::Fields& fields, bool is_inherited, BandDeadline& deadline) {
  const yaml::Node* node = is_inherited ? fields.find("days") : fields.required("days");
  if (!is_inherited) deadline.place = fields.node().place();
  if (!node) return;
  deadline.place = node->place();
  deadline.days.reset();
  if (node->is_scalar() && node->scalar() == "best-effort") return;
  auto days = node->as_int();
  if (days && *days >= 0 && *days <= kMostPolicyDays) deadline.days = static_cast<int>(*days);
  else fields.complain(*node, "policy-days", "`days` must be a number of days or `best-effort`");
}

void read_from(yaml::Fields& fields, bool is_inherited, Score& threshold, BandDeadline& deadline) {
  const yaml::Node* node = is_inherited ? fields.find("from") : fields.required("from");
  if (!node) return;
  threshold = read_policy_score(fields, "from").value_or(threshold);
  deadline.from_place = node->place();
}

void read_band(yaml::Fields& deadlines, std::string_view key, bool is_inherited, Deadlines& out, Band band) {
  const yaml::Node* node = is_inherited ? deadlines.find(key) : deadlines.required(key);
  if (!node) return;
  yaml::Fields fields(*node, deadlines.errors());
  BandDeadline& deadline = out.bands[static_cast<std::size_t>(band)];
  // Low begins at 0.0: whatever is in no other band.
  if (band == Band::High) read_from(fields, is_inherited, out.thresholds.high, deadline);
  if (band == Band::Medium) read_from(fields, is_inherited, out.thresholds.medium, deadline);
  read_days(fields, is_inherited, deadline);
  fields.finish();
}

// On top of what is inherited, when something is.
void read_deadlines(const yaml::Node& node, bool is_inherited, Deadlines& deadlines, Errors& errors) {
  yaml::Fields fields(node, errors);
  read_band(fields, "high", is_inherited, deadlines, Band::High);
  read_band(fields, "medium", is_inherited, deadlines, Band::Medium);
  read_band(fields, "low", is_inherited, deadlines, Band::Low);
  if (auto days = fields.whole("due-soon-days", 0, kMostPolicyDays)) deadlines.due_soon_days = static_cast<int>(*days);
  read_deadline_terms(fields, deadlines.terms);
  fields.finish();
  if (deadlines.thresholds.medium >= deadlines.thresholds.high)
    errors.add(node.place(), "policy-bands",
               fmt::format("medium begins at {}, high at {}: high must begin above medium", to_string(deadlines.thresholds.medium),
                           to_string(deadlines.thresholds.high)));
}

void read_scopes(const yaml::Node& node, ScopeGlobs& scopes, Errors& errors) {
  yaml::Fields fields(node, errors);
  for (Scope scope : {Scope::Vendored, Scope::Generated, Scope::Test, Scope::Example})
    if (fields.find(to_string(scope))) scopes.globs[static_cast<std::size_t>(scope)] = fields.texts(to_string(scope));
  fields.finish();
}

// So that a circle is seen however a file is named.
std::string normal_name(const std::string& file) { return std::filesystem::path(file).lexically_normal().string(); }

// Everything of the policy that this one extends, as a beginning. The chain is that of the
// files read so far, the one that was asked for first.
Result<Policy> read_base(const yaml::Node& extends, const std::string& file, const ReadPolicyText& read, std::vector<std::string>& chain);

void inherit(Policy base, Policy& policy) {
  policy.bases = std::move(base.bases);
  policy.bases.insert(policy.bases.begin(), {base.id, base.version, base.file, base.sha256});
  policy.deadlines = base.deadlines;
  policy.scopes = std::move(base.scopes);
  policy.mode = base.mode;
  policy.risk = std::move(base.risk);
  policy.vex = std::move(base.vex);
  policy.signoff = std::move(base.signoff);
  policy.stages = std::move(base.stages);
}

// What stages took over from the policy as a whole follows the policy that extends it.
void pass_to_stages(const Policy& base, Policy& policy) {
  for (StagePolicy& stage : policy.stages) {
    if (stage.mode.place == base.mode.place) stage.mode = policy.mode;
    bool is_of_policy = !stage.signoff || (base.signoff && stage.signoff->place == base.signoff->place);
    if (is_of_policy) stage.signoff = policy.signoff;
  }
}

void read_settings(yaml::Fields& fields, bool is_inherited, Policy& policy, Errors& errors) {
  const yaml::Node* deadlines = is_inherited ? fields.find("deadlines") : fields.required("deadlines");
  if (deadlines) read_deadlines(*deadlines, is_inherited, policy.deadlines, errors);
  if (!is_inherited) policy.mode.place = fields.node().place();
  read_mode(fields, policy.mode);
  if (const yaml::Node* scopes = fields.find("scopes")) {
    if (is_inherited) fields.complain(*scopes, "policy-scopes", "`scopes` belong to the policy that extends no other: they say what its clauses mean");
    else read_scopes(*scopes, policy.scopes, errors);
  }
  if (const yaml::Node* risk = fields.find("risk")) policy.risk = read_risk_policy(*risk, errors);
  if (const yaml::Node* vex = fields.find("vex")) policy.vex = read_vex_authors(*vex, errors);
  if (const yaml::Node* signoff = fields.find("signoff"))
    policy.signoff = read_signoff_rules(*signoff, policy.signoff.value_or(SignoffRules{}), errors);
}

Result<Policy> read_policy(std::string file, std::string_view text, const ReadPolicyText& read, std::vector<std::string>& chain) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  Policy policy, base;
  policy.scopes = ScopeGlobs::defaults();
  yaml::Fields fields(document.root(), errors);
  policy.id = fields.text("policy");
  policy.version = fields.text("version");
  policy.title = fields.optional_text("title").value_or("");
  const yaml::Node* extends = fields.find("extends");
  if (extends) {
    SLUICE_TRY(base, read_base(*extends, file, read, chain));
    inherit(base, policy);
  }
  read_settings(fields, extends != nullptr, policy, errors);
  if (extends) pass_to_stages(base, policy);
  const yaml::Node* stages = extends ? fields.find("stages") : fields.required("stages");
  if (stages) read_stages(*stages, policy, errors);
  fields.finish();
  // A mistake in a value is not also told as a loosening.
  if (extends && errors.empty()) check_tightening(base, policy, errors);
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  policy.file = std::move(file);
  policy.sha256 = sha256_hex(text);
  return policy;
}

Result<Policy> read_base(const yaml::Node& extends, const std::string& file, const ReadPolicyText& read, std::vector<std::string>& chain) {
  if (!extends.is_scalar() || extends.scalar().empty()) return fail(extends.place(), "policy-extends", "`extends` must be the path of a policy");
  if (!read) return fail(extends.place(), "policy-extends", "a policy that extends another must be read from a file");
  Result<PolicyText> found = read(file, extends.scalar());
  if (!found) {
    // The place to mend is the line that names the file.
    Errors errors;
    for (const Error& error : found.error().list) errors.add(extends.place(), error.code, fmt::format("`{}`: {}", extends.scalar(), error.message));
    return std::unexpected(std::move(errors));
  }
  std::string normal = normal_name(found->file);
  if (std::ranges::find(chain, normal) != chain.end())
    return fail(extends.place(), "policy-circle", fmt::format("`{}` extends this policy in turn: that is a circle", extends.scalar()));
  if (chain.size() > kMostBases)
    return fail(extends.place(), "policy-extends", fmt::format("more than {} policies extend one another", kMostBases));
  chain.push_back(std::move(normal));
  return read_policy(found->file, found->text, read, chain);
}

// A file of a policy, as far as it lies in the root: links are followed before that is asked.
Result<PolicyText> read_policy_file(const std::string& from, const std::string& path, const std::filesystem::path& root) {
  namespace fs = std::filesystem;
  if (fs::path(path).is_absolute()) return fail({}, "policy-extends", "must be relative to the policy that names it");
  fs::path named = (fs::path(from).parent_path() / path).lexically_normal();
  std::error_code error;
  fs::path real = fs::weakly_canonical(named, error), real_root = fs::canonical(root, error);
  if (error) return fail({}, "policy-extends", "cannot be found: " + error.message());
  auto [end_of_root, rest] = std::ranges::mismatch(real_root, real);
  if (end_of_root != real_root.end()) return fail({}, "policy-extends", fmt::format("leads out of `{}`, the folder of policies", root.string()));
  SLUICE_TRY(std::string text, read_file(named));
  return PolicyText{named.string(), std::move(text)};
}

}  // namespace

std::string_view to_string(Effect effect) {
  switch (effect) {
    case Effect::Report: return "report";
    case Effect::Condition: return "condition";
    case Effect::Hold: return "hold";
  }
  return "";
}

std::string_view to_string(Mode mode) {
  switch (mode) {
    case Mode::ReportOnly: return "report-only";
    case Mode::Ratchet: return "ratchet";
    case Mode::Block: return "block";
  }
  return "";
}

const StagePolicy* Policy::find_stage(std::string_view name) const {
  auto found = std::ranges::find(stages, name, &StagePolicy::name);
  return found == stages.end() ? nullptr : &*found;
}

Result<Policy> parse_policy(std::string file, std::string_view text, const ReadPolicyText& read) {
  std::vector<std::string> chain = {normal_name(file)};
  return read_policy(std::move(file), text, read, chain);
}

Result<Policy> load_policy(const std::filesystem::path& path, const std::filesystem::path& root) {
  SLUICE_TRY(std::string text, read_file(path));
  std::filesystem::path folder = !root.empty() ? root : path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  return parse_policy(path.string(), text,
                      [folder](const std::string& from, const std::string& named) { return read_policy_file(from, named, folder); });
}

}  // namespace sluice::gate
