#include "gate/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "gate/route.h"

namespace sluice::gate {
namespace {

constexpr std::size_t kMostLookedAt = 1000;  // of one kind, for one id

std::vector<std::string_view> words_of(std::string_view text, char separator) {
  return text.empty() ? std::vector<std::string_view>() : split(text, separator);
}

TextId told(const TraitIds& traits, Trait trait) { return traits[static_cast<std::size_t>(trait)]; }

bool is_code(const TraitIds& traits) { return told(traits, Trait::FileName) && !told(traits, Trait::Component); }
bool is_page(const TraitIds& traits) { return told(traits, Trait::UrlPath) != 0; }
bool is_package(const TraitIds& traits) { return told(traits, Trait::Component) && !told(traits, Trait::Host); }

std::string why_code_and_page(const TraitPair& pair, const TraitIds& code, const TraitIds& page) {
  for (std::string_view route : words_of(pair.text(code, Trait::Routes), kRouteSeparator))
    if (route_matches(route, pair.text(page, Trait::UrlPath), pair.text(page, Trait::Method)))
      return fmt::format("{} in the handler of the route `{}`, and at `{}`", pair.text(page, Trait::Weakness), route, pair.text(page, Trait::UrlPath));
  return {};
}

}  // namespace

bool TraitPair::overlap_in_ids() const {
  if (same(Trait::Vulnerability)) return true;
  std::vector<std::string_view> ids = words_of(text(one, Trait::Vulnerability), ' ');
  return std::ranges::any_of(words_of(text(other, Trait::Vulnerability), ' '), [&](std::string_view id) { return std::ranges::find(ids, id) != ids.end(); });
}

std::string why_linked(const TraitPair& pair) {
  if (pair.same(Trait::Weakness)) {
    if (is_code(pair.one) && is_page(pair.other)) return why_code_and_page(pair, pair.one, pair.other);
    if (is_page(pair.one) && is_code(pair.other)) return why_code_and_page(pair, pair.other, pair.one);
  }
  if (!pair.overlap_in_ids()) return {};
  bool on_host = pair.tells(pair.one, Trait::Host) != pair.tells(pair.other, Trait::Host);
  bool in_package = is_package(pair.one) || is_package(pair.other);
  if (on_host && in_package && !pair.differ(Trait::Component)) {
    const TraitIds& package = is_package(pair.one) ? pair.one : pair.other;
    const TraitIds& host = is_package(pair.one) ? pair.other : pair.one;
    return fmt::format("the package `{}` has it, and it is seen on the host `{}`", pair.text(package, Trait::Component), pair.text(host, Trait::Host));
  }
  bool same_asset = pair.same(Trait::Host) || pair.same(Trait::Image);
  if (same_asset && pair.differ(Trait::Vulnerability)) return "one of the two is about several weaknesses, of which the other is one";
  return {};
}

Links::Links(const Model& model) : model_(model) {
  name_ids();
  std::map<std::tuple<TextId, TextId, TextId>, List> pages;
  std::map<std::pair<TextId, std::string>, List> handlers;
  for (std::uint32_t index = 0; index < model.size(); ++index) {
    TraitIds traits = model.traits(index);
    if (told(traits, Trait::Vulnerability)) add_by_id(index, traits);
    TextId weakness = told(traits, Trait::Weakness);
    if (!weakness) continue;
    if (is_page(traits)) pages[{weakness, told(traits, Trait::UrlPath), told(traits, Trait::Method)}].push_back(index);
    if (is_code(traits))
      for (std::string_view route : words_of(model.text(told(traits, Trait::Routes)), kRouteSeparator)) handlers[{weakness, std::string(route)}].push_back(index);
  }
  std::ranges::sort(entries_);
  if (handlers.empty()) return;
  for (auto& [key, list] : pages) pages_.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::move(list)});
  for (auto& [key, list] : handlers) routes_.push_back({key.first, key.second, std::move(list), {}});
  match_routes();
}

void Links::name_ids() {
  for (std::size_t index = 0; index < model_.size(); ++index) {
    std::string_view text = model_.trait(index, Trait::Vulnerability);
    if (text.find(' ') == std::string_view::npos) continue;
    for (std::string_view word : words_of(text, ' ')) members_.try_emplace(word, UINT32_MAX - static_cast<std::uint32_t>(members_.size()));
  }
  if (members_.empty()) return;
  for (std::size_t index = 0; index < model_.size(); ++index) {
    TextId id = model_.trait_id(index, Trait::Vulnerability);
    if (auto member = members_.find(model_.text(id)); member != members_.end()) member->second = id;
  }
}

std::vector<std::uint32_t> Links::ids_of(const TraitIds& traits) const {
  TextId id = told(traits, Trait::Vulnerability);
  std::string_view text = model_.text(id);
  if (text.find(' ') == std::string_view::npos) return {id};
  std::vector<std::uint32_t> ids;
  for (std::string_view word : words_of(text, ' ')) ids.push_back(members_.at(word));
  return ids;
}

void Links::add_by_id(std::uint32_t index, const TraitIds& traits) {
  TextId host = told(traits, Trait::Host), image = told(traits, Trait::Image), component = told(traits, Trait::Component);
  std::vector<std::uint32_t> ids = ids_of(traits);
  bool is_one = ids.size() == 1;
  for (std::uint32_t id : ids) {
    if (host) entries_.push_back({id, Role::HostNamed, component, index});
    if (is_package(traits)) entries_.push_back({id, Role::Package, 0, index}), entries_.push_back({id, Role::PackageNamed, component, index});
    // Where no finding is about several, nobody asks for what has just one.
    if (is_one && members_.empty()) continue;
    if (host) entries_.push_back({id, is_one ? Role::OneOnHost : Role::SetOnHost, host, index});
    if (image) entries_.push_back({id, is_one ? Role::OneOnImage : Role::SetOnImage, image, index});
  }
}

// The pages of one weakness stand beside each other; those that a route may mean begin with what it
// begins with before its first placeholder.
void Links::match_routes() {
  auto plain = [](std::string_view path) {
    std::string text;
    for (std::string_view part : split(path, '/'))
      if (!part.empty()) text.append("/").append(part);
    return text;
  };
  std::vector<std::tuple<TextId, std::string, std::uint32_t>> sorted;
  for (std::uint32_t i = 0; i < pages_.size(); ++i) sorted.emplace_back(pages_[i].weakness, plain(model_.text(pages_[i].path)), i);
  std::ranges::sort(sorted);
  for (std::uint32_t number = 0; number < routes_.size(); ++number) {
    Route& route = routes_[number];
    std::string_view pattern = std::string_view(route.text).substr(std::min(route.text.find('/'), route.text.size()));
    std::string_view fixed = pattern.substr(0, pattern.find_first_of(":{<[*"));
    std::string prefix = plain(fixed.substr(0, fixed.rfind('/') == std::string_view::npos ? 0 : fixed.rfind('/')));
    auto at = std::ranges::lower_bound(sorted, std::tuple(route.weakness, prefix, std::uint32_t{0}));
    for (; at != sorted.end() && std::get<0>(*at) == route.weakness && std::get<1>(*at).starts_with(prefix); ++at) {
      const Pages& pages = pages_[std::get<2>(*at)];
      if (!route_matches(route.text, model_.text(pages.path), model_.text(pages.method))) continue;
      route.pages.push_back(std::get<2>(*at));
      for (std::uint32_t page : pages.list) routes_to_[page].push_back(number);
    }
    for (std::uint32_t handler : route.handlers) routes_of_[handler].push_back(number);
  }
}

std::span<const Links::Entry> Links::entries(std::uint32_t id, Role role, TextId key) const {
  auto [begin, end] = std::ranges::equal_range(entries_, std::tuple(id, role, key), {}, [](const Entry& one) { return std::tuple(one.id, one.role, one.key); });
  return {begin, end};
}

// Whom `why_linked` may have something to say of, for one of its ids.
std::vector<std::span<const Links::Entry>> Links::candidates(std::uint32_t id, const TraitIds& own) const {
  TextId host = told(own, Trait::Host), image = told(own, Trait::Image), component = told(own, Trait::Component);
  std::vector<std::span<const Entry>> lists;
  if (is_package(own)) lists.push_back(entries(id, Role::HostNamed, component)), lists.push_back(entries(id, Role::HostNamed, 0));
  if (host && component) lists.push_back(entries(id, Role::PackageNamed, component));
  if (host && !component) lists.push_back(entries(id, Role::Package, 0));
  bool is_set = model_.text(told(own, Trait::Vulnerability)).find(' ') != std::string_view::npos;
  if (host) lists.push_back(entries(id, Role::SetOnHost, host));
  if (host && is_set) lists.push_back(entries(id, Role::OneOnHost, host));
  if (image) lists.push_back(entries(id, Role::SetOnImage, image));
  if (image && is_set) lists.push_back(entries(id, Role::OneOnImage, image));
  return lists;
}

void Links::add_by_route(std::size_t index, List& found) const {
  auto number = static_cast<std::uint32_t>(index);
  if (auto known = routes_of_.find(number); known != routes_of_.end())
    for (std::uint32_t route : known->second)
      for (std::uint32_t pages : routes_[route].pages) found.insert(found.end(), pages_[pages].list.begin(), pages_[pages].list.end());
  if (auto known = routes_to_.find(number); known != routes_to_.end())
    for (std::uint32_t route : known->second) found.insert(found.end(), routes_[route].handlers.begin(), routes_[route].handlers.end());
}

LinkList Links::of(std::size_t index, std::size_t at_most) const {
  TraitIds own = model_.traits(index);
  List found;
  std::size_t beyond = 0;
  if (told(own, Trait::Vulnerability))
    for (std::uint32_t id : ids_of(own))
      for (std::span<const Entry> entries : candidates(id, own)) {
        beyond += entries.size() - std::min(entries.size(), kMostLookedAt);
        for (const Entry& entry : entries.first(std::min(entries.size(), kMostLookedAt))) found.push_back(entry.index);
      }
  add_by_route(index, found);
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  // What has one id is linked with all of them; a set may meet itself again, on another port.
  bool is_set = model_.text(told(own, Trait::Vulnerability)).find(' ') != std::string_view::npos;
  LinkList links;
  links.more = beyond;
  for (std::uint32_t other : found) {
    if (other == index) continue;
    if (!is_set && links.list.size() == at_most) {
      ++links.more;
      continue;
    }
    TraitIds traits = model_.traits(other);
    std::string why = why_linked({model_, own, traits});
    if (why.empty()) continue;
    if (links.list.size() < at_most) links.list.push_back({other, std::move(why)});
    else ++links.more;
  }
  return links;
}

}  // namespace sluice::gate
