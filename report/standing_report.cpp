#include "report/standing_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/text.h"

namespace sluice::report {
namespace {

using namespace gate;
using Json = nlohmann::ordered_json;

std::string band_name(const Standing& one) {
  return one.timing && one.timing->band ? std::string(gate::to_string(*one.timing->band)) : "unrated";
}

std::optional<long> age_of(const Standing& one, Date as_of) {
  return one.timing ? std::optional((as_of - one.timing->first_seen).count()) : std::nullopt;
}

int tenths_of(const Standing& one) { return one.timing && one.timing->score ? one.timing->score->tenths : -1; }
Date due_of(const Standing& one) { return one.timing && one.timing->due ? *one.timing->due : Date::max(); }
Date seen_of(const Standing& one) { return one.timing ? one.timing->first_seen : Date::max(); }

bool is_in(const std::vector<std::string>& wanted, std::string_view name) {
  return wanted.empty() || std::ranges::find(wanted, name) != wanted.end();
}

// "12 over", "due today", "in 5", "-".
std::string due_text(const Standing& one, Date as_of) {
  if (!one.timing || !one.timing->due) return one.timing && one.timing->band ? "best effort" : "-";
  auto left = (*one.timing->due - as_of).count();
  if (left < 0) return fmt::format("{} ({} over)", day_text(*one.timing->due), -left);
  return fmt::format("{} ({})", day_text(*one.timing->due), left == 0 ? "today" : fmt::format("in {}", left));
}

std::string score_text(const Standing& one) {
  if (!one.timing) return "-";
  if (one.timing->score) return gate::to_string(*one.timing->score);
  return one.timing->band ? band_name(one) : "unrated";
}

// How many of each age, counted for what is still open.
constexpr std::array<long, 4> kAges = {30, 60, 180, 365};

std::string ages_text(const StandingList::Version& version, Date as_of) {
  std::array<std::size_t, kAges.size() + 1> counts{};
  for (const Standing& one : version.standings) {
    if (one.state != State::Open && one.state != State::NeedsReview && one.state != State::FixedInCandidate) continue;
    auto age = age_of(one, as_of);
    if (!age) continue;
    ++counts[static_cast<std::size_t>(std::ranges::lower_bound(kAges, *age) - kAges.begin())];
  }
  std::string out = "Open by age in days:";
  for (std::size_t i = 0; i < counts.size(); ++i)
    out += fmt::format("{} {}: {}", i ? "," : "", i < kAges.size() ? fmt::format("to {}", kAges[i]) : fmt::format("over {}", kAges.back()), counts[i]);
  return out + "\n";
}

std::string text_row(const Standing& one, Date as_of) {
  auto age = age_of(one, as_of);
  std::string subject = one.where.empty() ? one.subject : fmt::format("{}, at {}", one.subject, one.where);
  std::string row = fmt::format("  {:<23} {:>7} {:>5}  {:<20} {}\n", due_text(one, as_of), score_text(one), age ? fmt::format("{} d", *age) : "-",
                                gate::to_string(one.state), escape_terminal(subject));
  if (!one.said_by.empty()) row += fmt::format("{:<26}{}\n", "", escape_terminal(one.said_by));
  if (one.timing && !one.timing->due_because.empty()) row += fmt::format("{:<26}{}\n", "", escape_terminal(one.timing->due_because));
  return row;
}

std::string as_text(const StandingList& list) {
  std::string out = fmt::format("As of {}\n", day_text(list.as_of));
  for (const StandingList::Version& version : list.versions) {
    out += fmt::format("\n{}: {}\n", escape_terminal(version.version), version.standings.size());
    if (version.standings.empty()) continue;
    out += fmt::format("  {:<23} {:>7} {:>5}  {:<20} {}\n", "due", "score", "age", "state", "what");
    for (const Standing& one : version.standings) out += text_row(one, list.as_of);
    out += "  " + ages_text(version, list.as_of);
  }
  return out;
}

std::string as_markdown(const StandingList& list) {
  std::string out = fmt::format("# Vulnerabilities as of {}\n", day_text(list.as_of));
  for (const StandingList::Version& version : list.versions) {
    out += fmt::format("\n## {}\n\n| Due | Score | Age | State | What | Where |\n| --- | ---: | ---: | --- | --- | --- |\n", escape_markdown(version.version));
    for (const Standing& one : version.standings) {
      auto age = age_of(one, list.as_of);
      out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", due_text(one, list.as_of), score_text(one), age ? fmt::format("{}", *age) : "-",
                         gate::to_string(one.state), escape_markdown(one.subject), escape_markdown(one.where));
    }
    out += "\n" + ages_text(version, list.as_of);
  }
  return out;
}

std::string as_csv(const StandingList& list) {
  std::string out = "version,id,what,where,state,band,score,first seen,seen by,age days,due,days left,said by,remedy,identity\n";
  for (const StandingList::Version& version : list.versions)
    for (const Standing& one : version.standings) {
      auto age = age_of(one, list.as_of);
      bool has_due = one.timing && one.timing->due;
      const std::string fields[] = {version.version, one.id, one.subject, one.where, std::string(gate::to_string(one.state)), one.timing ? band_name(one) : "",
                                    one.timing && one.timing->score ? gate::to_string(*one.timing->score) : "", one.timing ? day_text(one.timing->first_seen) : "",
                                    one.timing ? one.timing->first_seen_source : "", age ? fmt::format("{}", *age) : "", has_due ? day_text(*one.timing->due) : "",
                                    has_due ? fmt::format("{}", (*one.timing->due - list.as_of).count()) : "", one.said_by, one.remedy, one.identity};
      for (std::size_t i = 0; i < std::size(fields); ++i) out += (i ? "," : "") + escape_csv(fields[i]);
      out += "\n";
    }
  return out;
}

Json standing_json(const Standing& one, Date as_of) {
  auto shown = [](const std::string& text) { return to_valid_utf8(text); };
  Json json;
  json["id"] = shown(one.id);
  json["names"] = one.names;
  json["subject"] = shown(one.subject);
  if (!one.where.empty()) json["where"] = shown(one.where);
  json["identity"] = one.identity;
  json["state"] = std::string(gate::to_string(one.state));
  if (!one.said_by.empty()) json["saidBy"] = shown(one.said_by);
  json["remedy"] = shown(one.remedy);
  if (!one.timing) return json;
  const Timing& timing = *one.timing;
  json["band"] = timing.band ? Json(band_name(one)) : Json();
  json["score"] = timing.score ? Json(timing.score->tenths / 10.0) : Json();
  json["rating"] = shown(timing.rating);
  json["firstSeen"] = day_text(timing.first_seen);
  json["firstSeenBy"] = shown(timing.first_seen_source);
  json["ageDays"] = *age_of(one, as_of);
  json["due"] = timing.due ? Json(day_text(*timing.due)) : Json();
  if (timing.due) json["daysLeft"] = (*timing.due - as_of).count();
  if (!timing.due_because.empty()) json["dueBecause"] = shown(timing.due_because);
  return json;
}

std::string as_json(const StandingList& list) {
  Json json;
  json["format"] = "sluice-vulnerabilities/1";
  json["asOf"] = day_text(list.as_of);
  json["versions"] = Json::array();
  for (const StandingList::Version& version : list.versions) {
    Json one;
    one["version"] = to_valid_utf8(version.version);
    one["vulnerabilities"] = Json::array();
    for (const Standing& standing : version.standings) one["vulnerabilities"].push_back(standing_json(standing, list.as_of));
    json["versions"].push_back(std::move(one));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void sort(std::vector<Standing>& standings, StandingOrder order) {
  auto key = [order](const Standing& one) {
    auto rest = std::tuple(due_of(one), -tenths_of(one), std::string_view(one.subject), std::string_view(one.where), std::string_view(one.identity));
    switch (order) {
      case StandingOrder::Due: return std::tuple(0L, rest);
      case StandingOrder::Age: return std::tuple(static_cast<long>(seen_of(one).time_since_epoch().count()), rest);
      case StandingOrder::Score: return std::tuple(static_cast<long>(-tenths_of(one)), rest);
      case StandingOrder::State: return std::tuple(static_cast<long>(one.state), rest);
    }
    return std::tuple(0L, rest);
  };
  std::ranges::stable_sort(standings, [&](const Standing& a, const Standing& b) { return key(a) < key(b); });
}

}  // namespace

void apply(const StandingFilter& filter, StandingList& list) {
  auto is_left_out = [&](const Standing& one) {
    if (!is_in(filter.states, gate::to_string(one.state)) || !is_in(filter.bands, one.timing ? band_name(one) : "")) return true;
    if (!filter.names.empty() && std::ranges::none_of(one.names, [&](const std::string& name) { return is_in(filter.names, name); })) return true;
    if (filter.min_age_days && age_of(one, list.as_of).value_or(-1) < *filter.min_age_days) return true;
    return filter.only_overdue && one.due_state != DueState::Overdue;
  };
  for (StandingList::Version& version : list.versions) std::erase_if(version.standings, is_left_out);
}

std::optional<StandingOrder> standing_order_of(std::string_view name) {
  constexpr std::string_view kNames[] = {"due", "age", "score", "state"};
  auto found = std::ranges::find(kNames, name);
  return found == std::end(kNames) ? std::nullopt : std::optional(static_cast<StandingOrder>(found - std::begin(kNames)));
}

std::optional<StandingForm> standing_form_of(std::string_view name) {
  constexpr std::string_view kNames[] = {"text", "json", "csv", "markdown"};
  auto found = std::ranges::find(kNames, name);
  return found == std::end(kNames) ? std::nullopt : std::optional(static_cast<StandingForm>(found - std::begin(kNames)));
}

std::string show_standings(StandingList list, StandingOrder order, StandingForm form) {
  for (StandingList::Version& version : list.versions) sort(version.standings, order);
  switch (form) {
    case StandingForm::Text: return as_text(list);
    case StandingForm::Json: return as_json(list);
    case StandingForm::Csv: return as_csv(list);
    case StandingForm::Markdown: return as_markdown(list);
  }
  return {};
}

}  // namespace sluice::report
