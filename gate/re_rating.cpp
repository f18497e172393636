#include "gate/re_rating.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "base/yaml_fields.h"
#include "gate/signed_text.h"

namespace sluice::gate {
namespace {

void read_common(yaml::Fields& fields, SignedEvent& event) {
  event.place = fields.node().place();
  event.id = fields.text("id");
  bool is_identity = event.id.size() == 64 && event.id.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!event.id.empty() && !is_identity && !event.id.starts_with("CVE-") && !event.id.starts_with("GHSA-"))
    fields.complain(*fields.find("id"), "rating-event-id", fmt::format("`{}` is no CVE id, GHSA id or identity of 64 hex digits", event.id));
  event.component = fields.optional_text("component").value_or("");
  event.source = fields.text("source");
  event.reason = fields.optional_text("reason").value_or("");
  event.approver = fields.text("approver");
  event.role = fields.text("role");
  event.signature = fields.optional_text("signature").value_or("");
}

Score read_vector(yaml::Fields& fields, std::string_view key, std::string& vector) {
  vector = fields.text(key);
  const yaml::Node* node = fields.find(key);
  if (!node || vector.empty()) return {};
  Result<CvssResult> scored = score_cvss(vector);
  if (scored) return whole_score(*scored);
  fields.complain(*node, "re-rating-vector", fmt::format("`{}`: {}", key, scored.error().list.front().message));
  return {};
}

ReRating read_re_rating(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  ReRating event;
  read_common(fields, event);
  fields.required("on");
  event.on = fields.day("on").value_or(Date{});
  event.old_score = read_vector(fields, "from", event.from);
  event.new_score = read_vector(fields, "to", event.to);
  fields.finish();
  return event;
}

VendorFix read_vendor_fix(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  VendorFix event;
  read_common(fields, event);
  fields.required("waiting-since");
  event.waiting_since = fields.day("waiting-since").value_or(Date{});
  event.until = fields.day("until");
  if (event.until && *event.until < event.waiting_since)
    fields.complain(node, "vendor-fix-days", "`until` is before `waiting-since`");
  fields.finish();
  return event;
}

template <class T, class Read>
std::vector<T> read_events(yaml::Fields& fields, std::string_view key, Read read) {
  std::vector<T> events;
  const yaml::Node* list = fields.find(key);
  if (!list) return events;
  if (!list->is_sequence()) fields.complain(*list, "yaml-type", fmt::format("`{}` must be a list", key));
  for (const yaml::Node& node : list->items()) events.push_back(read(node, fields.errors()));
  return events;
}

void sign_common(SignedText& text, const SignedEvent& event) {
  text.line("id", event.id);
  text.line("component", event.component);
  text.line("source", event.source);
  text.line("reason", event.reason);
  text.line("approver", event.approver);
  text.line("role", event.role);
}

template <class T>
void check_one(T& event, const SignatureCheck& check) {
  if (event.signature.empty()) {
    event.signature_problem = "it has no signature";
    return;
  }
  Result<Signer> signer = check(signed_bytes(event), event.signature);
  if (signer) event.signer = *std::move(signer);
  else event.signature_problem = "its signature does not count: " + signer.error().list.front().message;
}

}  // namespace

Score whole_score(const CvssResult& result) {
  if (result.environmental) return *result.environmental;
  return result.temporal ? *result.temporal : result.base;
}

Result<RatingEvents> parse_rating_events(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  RatingEvents events;
  yaml::Fields fields(document.root(), errors);
  events.re_ratings = read_events<ReRating>(fields, "re-ratings", read_re_rating);
  events.vendor_fixes = read_events<VendorFix>(fields, "vendor-fixes", read_vendor_fix);
  if (events.re_ratings.empty() && events.vendor_fixes.empty() && errors.empty())
    errors.add(document.root().place(), "rating-events-empty", "expected `re-ratings` or `vendor-fixes`");
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  std::ranges::stable_sort(events.re_ratings, {}, &ReRating::on);
  events.file = std::move(file);
  events.sha256 = sha256_hex(text);
  return events;
}

Result<RatingEvents> load_rating_events(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_rating_events(path.string(), text);
}

std::string signed_bytes(const ReRating& event) {
  SignedText text("sluice-re-rating/1");
  sign_common(text, event);
  text.line("on", event.on);
  text.line("from", event.from);
  text.line("to", event.to);
  return text.take();
}

std::string signed_bytes(const VendorFix& event) {
  SignedText text("sluice-vendor-fix/1");
  sign_common(text, event);
  text.line("waiting-since", event.waiting_since);
  text.line("until", event.until ? day_text(*event.until) : "");
  return text.take();
}

void check_signatures(RatingEvents& events, const SignatureCheck& check) {
  for (ReRating& event : events.re_ratings) check_one(event, check);
  for (VendorFix& event : events.vendor_fixes) check_one(event, check);
}

void refuse_signatures(RatingEvents& events, std::string_view why) {
  auto refuse = [&](SignedEvent& event) {
    event.signature_problem = event.signature.empty() ? "it has no signature" : fmt::format("its signature cannot be checked: {}", why);
  };
  for (ReRating& event : events.re_ratings) refuse(event);
  for (VendorFix& event : events.vendor_fixes) refuse(event);
}

std::string against_signature(const SignedEvent& event, const std::vector<std::string>& allowed_roles) {
  if (std::ranges::find(allowed_roles, event.role) == allowed_roles.end())
    return allowed_roles.empty() ? "the policy has no `risk.re-rating-roles`: nobody may sign it"
                                 : fmt::format("it is for {} to sign, not for {}", fmt::join(allowed_roles, " or "), event.role);
  if (!event.signer) return event.signature_problem;
  if (!same_person(event.signer->principal, event.approver))
    return fmt::format("it is signed by {}, and `{}` is to approve it", event.signer->principal, event.approver);
  bool may = std::ranges::find(event.signer->roles, event.role) != event.signer->roles.end();
  return may ? "" : fmt::format("{} may not sign as {}", event.signer->principal, event.role);
}

}  // namespace sluice::gate
