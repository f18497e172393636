#include "cli/kept_request.h"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/time.h"
#include "signoff/strict_json.h"

namespace sluice::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// Says the members once, for both ways. The binding makes a member that was forgotten here an
// error of the compiler: a kept request that lacks an input would decide something else.
template <class Request, class Visit>
void visit_members(Request& request, Visit visit) {
  auto& [policy, release, stage, as_of, policy_root, baseline, root, sarif, assessments, active_assessments, waivers, allowed_signers, vex, ratings, assets, kev, epss,
         checklists, answers] = request;
  visit("policy", policy);
  visit("release", release);
  visit("stage", stage);
  visit("asOf", as_of);
  visit("policyRoot", policy_root);
  visit("baseline", baseline);
  visit("root", root);
  visit("sarif", sarif);
  visit("assessments", assessments);
  visit("activeAssessments", active_assessments);
  visit("waivers", waivers);
  visit("allowedSigners", allowed_signers);
  visit("vex", vex);
  visit("ratings", ratings);
  visit("assets", assets);
  visit("kev", kev);
  visit("epss", epss);
  visit("checklists", checklists);
  visit("answers", answers);
}

bool is_name_of_file(std::string_view member) { return member != "stage" && member != "asOf" && member != "root" && member != "policyRoot"; }

std::string relative_name(const std::string& name) {
  fs::path path(name);
  std::error_code error;
  if (name.empty() || path.is_relative()) return name;
  fs::path near = path.lexically_relative(fs::current_path(error));
  return near.empty() ? name : near.generic_string();
}

struct FromJson {
  const Json& json;
  const std::string& file;
  Errors& errors;

  void complain(const char* name, const char* expected) const {
    errors.add({file}, "kept-request", fmt::format("request/{}: expected {}", name, expected));
  }
  // What is not there was not known to the Sluice that kept the request: it has its default.
  void operator()(const char* name, std::string& to) const {
    auto at = json.find(name);
    if (at == json.end()) return;
    if (at->is_string()) to = at->get<std::string>();
    else complain(name, "a text");
  }
  void operator()(const char* name, std::vector<std::string>& to) const {
    auto at = json.find(name);
    if (at == json.end()) return;
    bool good = at->is_array();
    for (const Json& one : good ? *at : Json::array()) {
      good = good && one.is_string();
      if (one.is_string()) to.push_back(one.get<std::string>());
    }
    if (!good) complain(name, "a list of texts");
  }
};

}  // namespace

void for_each_file(GateRequest& request, const std::function<void(std::string&)>& call) {
  auto visit = [&](const char* name, auto& value) {
    if (!is_name_of_file(name)) return;
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>) {
      if (!value.empty()) call(value);
    } else {
      for (std::string& one : value) {
        auto [tool, file] = std::string_view(name).ends_with("ssessments") ? tool_and_file(one) : std::pair<std::string, std::string>{"auto", one};
        bool has_tool = file.size() != one.size();
        call(file);
        one = has_tool ? tool + "=" + file : file;
      }
    }
  };
  visit_members(request, visit);
}

GateRequest relative(const GateRequest& request, Date as_of) {
  GateRequest kept = request;
  for_each_file(kept, [](std::string& file) { file = relative_name(file); });
  kept.root = relative_name(kept.root);
  kept.policy_root = relative_name(kept.policy_root);
  kept.as_of = day_text(as_of);
  return kept;
}

std::string request_json(const GateRequest& request) {
  Json json;
  visit_members(request, [&](const char* name, const auto& value) { json[name] = value; });
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<GateRequest> parse_request(const std::string& file, std::string_view text) {
  SLUICE_TRY(Json json, signoff::parse_json(file, text));
  if (!json.is_object()) return fail({file}, "kept-request", "request: expected an object");
  Errors errors;
  GateRequest request;
  FromJson read{json, file, errors};
  visit_members(request, read);
  if (request.policy.empty()) read.complain("policy", "the name of a file");
  if (request.release.empty()) read.complain("release", "the name of a file");
  if (request.as_of.empty()) read.complain("asOf", "a day");
  for_each_file(request, [&](std::string& name) {
    if (fs::path(name).is_absolute()) errors.add({file}, "kept-request", "request: `" + escape_terminal(name) + "` is not relative");
  });
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return request;
}

}  // namespace sluice::cli
