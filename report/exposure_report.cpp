#include "report/exposure_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace sluice::report {
namespace {

using namespace gate;
using Json = nlohmann::ordered_json;

std::string about(const ExposureQuery& query) {
  std::vector<std::string> parts = query.ids;
  if (!query.component.empty()) parts.push_back(query.component + (query.affected ? " " + query.affected->text() : ""));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string day_or(std::optional<Date> day, std::string_view otherwise) { return day ? day_text(*day) : std::string(otherwise); }

std::size_t count(const Exposure& exposure, Exposed exposed) {
  return static_cast<std::size_t>(std::ranges::count(exposure.instances, exposed, &InstanceExposure::exposed));
}

std::size_t customers(const Exposure& exposure, Exposed exposed) {
  std::string_view last;
  std::size_t number = 0;
  for (const InstanceExposure& one : exposure.instances)  // by customer
    if (one.exposed == exposed && (number == 0 || one.deployment.customer != last)) ++number, last = one.deployment.customer;
  return number;
}

std::string plan_text(const RemediationPlan* plan) {
  if (!plan) return "No plan is written down for it (--plan).";
  std::string text = fmt::format("Fixed in {}, available {}, to be upgraded by {}.", plan->fixed_in, day_or(plan->available, "on a day not told"), day_or(plan->upgrade_by, "a day not told"));
  if (!plan->workaround.empty()) text += " Until then: " + plan->workaround + ".";
  return text;
}

std::string head_sentence(const Exposure& exposure) {
  std::size_t yes = count(exposure, Exposed::Yes), unknown = count(exposure, Exposed::Unknown);
  return fmt::format("{} of {} instances of {} customers are affected; of {} it is not known", yes, exposure.instances.size(), customers(exposure, Exposed::Yes), unknown);
}

std::string as_text(const Exposure& exposure, const RemediationPlan* plan) {
  std::string out = escape_terminal(fmt::format("{} as of {}: {}\n{}\n\nVersions\n", about(exposure.query), day_text(exposure.as_of), head_sentence(exposure), plan_text(plan)));
  for (const VersionExposure& one : exposure.versions) {
    out += escape_terminal(fmt::format("  {:<12} {:<13} {}{}{}\n", one.version, gate::to_string(one.exposed), one.score ? gate::to_string(*one.score) : "",
                                       one.first_seen ? ", first seen " + day_text(*one.first_seen) : "", one.due ? ", due " + day_text(*one.due) : ""));
    for (const std::string& because : one.because) out += escape_terminal(fmt::format("      {}\n", because));
  }
  for (Exposed exposed : {Exposed::Yes, Exposed::Unknown}) {
    if (count(exposure, exposed) == 0) continue;
    out += exposed == Exposed::Yes ? "\nTo be notified\n" : "\nNot known: assess these versions\n";
    for (const InstanceExposure& one : exposure.instances) {
      if (one.exposed != exposed) continue;
      const Deployment& where = one.deployment;
      out += escape_terminal(fmt::format("  {:<20} {:<20} {:<16} {:<10} since {:<12} {}\n", where.customer, where.instance, where.region, where.version,
                                         day_or(one.since, "not told"), where.contact));
    }
  }
  return out;
}

std::string as_markdown(const Exposure& exposure, const RemediationPlan* plan) {
  auto shown = [](std::string_view text) { return escape_markdown(text); };
  std::string out = fmt::format("# Exposure to {}\n\nAs of {}: {}.\n\n{}\n\n## Versions\n\n| Version | Exposed | Score | First seen | Due | Why |\n| --- | --- | ---: | --- | --- | --- |\n",
                                shown(about(exposure.query)), day_text(exposure.as_of), head_sentence(exposure), shown(plan_text(plan)));
  for (const VersionExposure& one : exposure.versions)
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", shown(one.version), gate::to_string(one.exposed), one.score ? gate::to_string(*one.score) : "",
                       day_or(one.first_seen, ""), day_or(one.due, ""), shown(fmt::format("{}", fmt::join(one.because, "; "))));
  out += "\n## Instances\n\n| Customer | Contact | Instance | Region | Version | Since | Exposed |\n| --- | --- | --- | --- | --- | --- | --- |\n";
  for (const InstanceExposure& one : exposure.instances) {
    if (one.exposed == Exposed::No) continue;
    const Deployment& where = one.deployment;
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", shown(where.customer), shown(where.contact), shown(where.instance), shown(where.region), shown(where.version),
                       day_or(one.since, ""), gate::to_string(one.exposed));
  }
  return out;
}

std::string as_csv(const Exposure& exposure, const RemediationPlan* plan) {
  std::string out = "about,customer,contact,instance,region,version,since,exposed,fixed in,available,upgrade by\n";
  for (const InstanceExposure& one : exposure.instances) {
    if (one.exposed == Exposed::No) continue;
    const Deployment& where = one.deployment;
    const std::string fields[] = {about(exposure.query), where.customer, where.contact, where.instance, where.region, where.version, day_or(one.since, ""),
                                  std::string(gate::to_string(one.exposed)), plan ? plan->fixed_in : "", plan ? day_or(plan->available, "") : "",
                                  plan ? day_or(plan->upgrade_by, "") : ""};
    for (std::size_t i = 0; i < std::size(fields); ++i) out += (i ? "," : "") + escape_csv(fields[i]);
    out += "\n";
  }
  return out;
}

Json version_json(const VersionExposure& one) {
  Json json;
  json["version"] = to_valid_utf8(one.version);
  json["exposed"] = std::string(gate::to_string(one.exposed));
  json["because"] = Json::array();
  for (const std::string& because : one.because) json["because"].push_back(to_valid_utf8(because));
  if (one.score) json["score"] = one.score->tenths / 10.0;
  if (one.released) json["released"] = day_text(*one.released);
  if (one.first_seen) json["firstSeen"] = day_text(*one.first_seen);
  if (one.due) json["due"] = day_text(*one.due);
  return json;
}

Json instance_json(const InstanceExposure& one) {
  const Deployment& where = one.deployment;
  Json json;
  for (auto [name, value] : {std::pair("customer", &where.customer), std::pair("contact", &where.contact), std::pair("instance", &where.instance),
                             std::pair("region", &where.region), std::pair("version", &where.version)})
    if (!value->empty()) json[name] = to_valid_utf8(*value);
  if (one.since) json["since"] = day_text(*one.since);
  json["exposed"] = std::string(gate::to_string(one.exposed));
  return json;
}

Json plan_json(const RemediationPlan& plan) {
  Json json;
  json["fixedIn"] = to_valid_utf8(plan.fixed_in);
  if (plan.available) json["available"] = day_text(*plan.available);
  if (plan.upgrade_by) json["upgradeBy"] = day_text(*plan.upgrade_by);
  if (!plan.workaround.empty()) json["workaround"] = to_valid_utf8(plan.workaround);
  if (!plan.text.empty()) json["text"] = to_valid_utf8(plan.text);
  if (!plan.contact.empty()) json["contact"] = to_valid_utf8(plan.contact);
  return json;
}

std::string as_json(const Exposure& exposure, const RemediationPlan* plan) {
  Json json;
  json["format"] = "sluice-exposure/1";
  json["asOf"] = day_text(exposure.as_of);
  json["ids"] = exposure.query.ids;
  if (!exposure.query.component.empty()) json["component"] = to_valid_utf8(exposure.query.component);
  if (exposure.query.affected) json["affectedVersions"] = exposure.query.affected->text();
  json["counts"] = {{"affected", count(exposure, Exposed::Yes)}, {"notAffected", count(exposure, Exposed::No)}, {"unknown", count(exposure, Exposed::Unknown)},
                    {"customersAffected", customers(exposure, Exposed::Yes)}};
  json["plan"] = plan ? plan_json(*plan) : Json();
  json["versions"] = Json::array();
  for (const VersionExposure& one : exposure.versions) json["versions"].push_back(version_json(one));
  json["instances"] = Json::array();
  for (const InstanceExposure& one : exposure.instances) json["instances"].push_back(instance_json(one));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// "Acme & Co" -> "acme-co": a file name on every system.
std::string file_name_of(std::string_view customer) {
  std::string name;
  for (char c : to_lower(customer)) {
    bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain) name += c;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "customer" : name;
}

std::string letter(const Exposure& exposure, const RemediationPlan& plan, std::string_view product, const std::vector<const InstanceExposure*>& instances) {
  auto shown = [](std::string_view text) { return escape_markdown(text); };
  const Deployment& first = instances.front()->deployment;
  std::string name(product.empty() ? "the product" : product);
  std::string out = fmt::format("To: {}{}  \nDate: {}  \nSubject: Security notice on {} ({})\n\n", shown(first.customer), first.contact.empty() ? "" : ", " + shown(first.contact),
                                day_text(exposure.as_of), shown(name), shown(about(exposure.query)));
  out += fmt::format("Dear customer,\n\nthe following of your instances of {} {} affected by {}.{}\n\n", shown(name), instances.size() == 1 ? "is" : "are",
                     shown(about(exposure.query)), plan.text.empty() ? "" : " " + shown(plan.text) + (plan.text.ends_with('.') ? "" : "."));
  out += "| Instance | Region | Version | On it since |\n| --- | --- | --- | --- |\n";
  for (const InstanceExposure* one : instances)
    out += fmt::format("| {} | {} | {} | {} |\n", shown(one->deployment.instance), shown(one->deployment.region), shown(one->deployment.version), day_or(one->since, "not told"));
  out += fmt::format("\n**What we do.** It is fixed in version {}{}.\n\n", shown(plan.fixed_in), plan.available ? ", available on " + day_text(*plan.available) : "");
  if (plan.upgrade_by) out += fmt::format("**When.** Your instances are to run it by {}.\n\n", day_text(*plan.upgrade_by));
  if (!plan.workaround.empty()) out += fmt::format("**Until then.** {}.\n\n", shown(plan.workaround));
  if (!plan.contact.empty()) out += fmt::format("Questions: {}\n", shown(plan.contact));
  return out;
}

}  // namespace

std::optional<ExposureForm> exposure_form_of(std::string_view name) {
  constexpr std::string_view kNames[] = {"text", "json", "csv", "markdown"};
  auto found = std::ranges::find(kNames, name);
  return found == std::end(kNames) ? std::nullopt : std::optional(static_cast<ExposureForm>(found - std::begin(kNames)));
}

std::string show_exposure(const Exposure& exposure, const RemediationPlan* plan, ExposureForm form) {
  switch (form) {
    case ExposureForm::Text: return as_text(exposure, plan);
    case ExposureForm::Json: return as_json(exposure, plan);
    case ExposureForm::Csv: return as_csv(exposure, plan);
    case ExposureForm::Markdown: return as_markdown(exposure, plan);
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> letters(const Exposure& exposure, const RemediationPlan& plan, std::string_view product) {
  std::map<std::string, std::vector<const InstanceExposure*>> by_customer;
  for (const InstanceExposure& one : exposure.instances)
    if (one.exposed == Exposed::Yes) by_customer[one.deployment.customer].push_back(&one);
  std::vector<std::pair<std::string, std::string>> out;
  std::set<std::string> taken;
  for (const auto& [customer, instances] : by_customer) {
    std::string name = file_name_of(customer);
    // Two customers whose names differ in marks only; a third one may be called as the second would be.
    std::string own = name;
    for (int number = 2; !taken.insert(own).second; ++number) own = fmt::format("{}-{}", name, number);
    out.emplace_back(own + ".md", letter(exposure, plan, product, instances));
  }
  return out;
}

}  // namespace sluice::report
