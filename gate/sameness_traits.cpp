#include "gate/sameness_traits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "gate/identity.h"
#include "gate/importers/common.h"

namespace sluice::gate {
namespace {

constexpr char kSeparator = '\n';
// More names of one thing than any report gives honestly are not compared.
constexpr std::size_t kMaxNames = 64;

std::string& trait_of(TraitTexts& texts, Trait part) { return texts[static_cast<std::size_t>(part)]; }

std::string joined(std::initializer_list<const std::vector<std::string>*> lists) {
  std::string text;
  for (const auto* list : lists)
    for (const std::string& one : *list) {
      if (!text.empty()) text += kSeparator;
      text += one;
    }
  return text;
}

// What a registry leaves out of a name when it is the usual one.
std::string plain_image(const std::string& image) {
  std::string plain = to_lower(image_without_version(image));
  for (std::string_view usual : {"index.docker.io/", "docker.io/", "library/"})
    if (plain.starts_with(usual)) plain.erase(0, usual.size());
  return plain;
}

std::string percent_plain(std::string_view text) {
  std::string out(text);
  for (auto at = out.find("%40"); at != std::string::npos; at = out.find("%40")) out.replace(at, 3, "@");
  return to_lower(out);
}

// "pkg:maven/org.apache/log4j-core@2" -> maven, org.apache, log4j-core. In packages of distributions
// the middle names the distribution, which is none of the name.
void add_purl(std::string_view purl, TraitTexts& texts) {
  std::string plain = percent_plain(purl_without_version(purl));
  std::string_view rest = std::string_view(plain).substr(std::string_view("pkg:").size());
  rest = rest.substr(0, rest.find('#'));
  auto type_end = std::min(rest.find('/'), rest.size());
  std::string_view type = rest.substr(0, type_end);
  rest.remove_prefix(std::min(type_end + 1, rest.size()));
  auto name = rest.rfind('/');
  trait_of(texts, Trait::Ecosystem) = type;
  trait_of(texts, Trait::Component) = name == std::string_view::npos ? rest : rest.substr(name + 1);
  bool of_distribution = type == "deb" || type == "rpm" || type == "apk" || type == "alpm";
  if (!of_distribution) trait_of(texts, Trait::Namespace) = name == std::string_view::npos ? "-" : rest.substr(0, name);
}

void add_component(const Vulnerability& vulnerability, TraitTexts& texts) {
  const Component& component = vulnerability.component;
  if (component.purl.starts_with("pkg:")) {
    add_purl(component.purl, texts);
  } else {
    std::string name = to_lower(component.name);
    auto end = name.find_last_of("/:");
    trait_of(texts, Trait::Component) = end == std::string::npos ? name : name.substr(end + 1);
    if (end != std::string::npos) trait_of(texts, Trait::Namespace) = name.substr(0, end);
  }
  // Python's packages are written with either.
  std::ranges::replace(trait_of(texts, Trait::Component), '_', '-');
  std::ranges::replace(trait_of(texts, Trait::Namespace), ':', '/');
  if (trait_of(texts, Trait::Component).empty()) return;
  std::string path = component.path.empty() ? vulnerability.location.file : component.path;
  trait_of(texts, Trait::ComponentPath) = path.starts_with('/') ? path.substr(1) : path;
}

void add_url(const std::string& url, TraitTexts& texts) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return;
  std::string plain = stable_url(url);
  Asset asset = asset_of_url(plain);
  auto scheme_end = plain.find("://");
  auto path = std::min(plain.find('/', scheme_end + 3), plain.size());
  trait_of(texts, Trait::Site) = fmt::format("{}://{}:{}", plain.substr(0, scheme_end), asset.host.empty() ? asset.ip : asset.host, asset.port.value_or(0));
  trait_of(texts, Trait::UrlPath) = plain.substr(path);
}

void add_code(const Vulnerability& vulnerability, TraitTexts& texts) {
  const CodeLocation& location = vulnerability.location;
  if (location.file.empty() || !vulnerability.component.name.empty()) return;
  auto slash = location.file.rfind('/');
  trait_of(texts, Trait::FileName) = slash == std::string::npos ? location.file : location.file.substr(slash + 1);
  trait_of(texts, Trait::File) = location.file.starts_with('/') ? location.file.substr(1) : location.file;
  trait_of(texts, Trait::LineText) = location.line_hash;
  trait_of(texts, Trait::Routes) = fmt::format("{}", fmt::join(location.routes, std::string_view(&kRouteSeparator, 1)));
}

std::vector<std::string_view> names_in(std::string_view raw) { return raw.empty() ? std::vector<std::string_view>() : split(raw, kSeparator); }

bool is_short_of(std::string_view name, std::string_view full) {
  return full.size() > name.size() && full.starts_with(name) && full[name.size()] == '.';
}

// The one name that all others are short forms of ("web", "web.example.com"); empty: there is none.
std::string longest_form(const std::set<std::string>& names) {
  const std::string& longest = *std::ranges::max_element(names, {}, &std::string::size);
  bool all = std::ranges::all_of(names, [&](const std::string& name) { return name == longest || is_short_of(name, longest); });
  return all ? longest : std::string();
}

}  // namespace

TraitTexts raw_traits(const Vulnerability& vulnerability) {
  TraitTexts texts;
  const VulnerabilityIds& ids = vulnerability.ids;
  const Asset& asset = vulnerability.asset;
  trait_of(texts, Trait::Vulnerability) = joined({&ids.cve, &ids.ghsa, &ids.other});
  trait_of(texts, Trait::Weakness) = joined({&ids.cwe});
  bool has_host = !asset.host.empty() || !asset.ip.empty() || !asset.id.empty();
  if (has_host) trait_of(texts, Trait::Host) = fmt::format("{}{}{}{}{}", asset.host, kSeparator, asset.ip, kSeparator, to_lower(asset.id));
  if (asset.port) trait_of(texts, Trait::Port) = fmt::format("{}/{}", asset.protocol.empty() ? "tcp" : asset.protocol, *asset.port);
  trait_of(texts, Trait::Image) = plain_image(asset.image);
  trait_of(texts, Trait::Project) = to_lower(asset.project);
  add_component(vulnerability, texts);
  add_url(asset.url, texts);
  trait_of(texts, Trait::Parameter) = vulnerability.input.parameter;
  trait_of(texts, Trait::Method) = vulnerability.input.method;
  add_code(vulnerability, texts);
  return texts;
}

void ReportTraits::add(const Vulnerability& vulnerability) {
  TraitTexts raw = raw_traits(vulnerability);
  TraitIds row{};
  for (std::size_t i = 0; i < kTraitCount; ++i) row[i] = texts_.add(raw[i]);
  rows_.push_back(row);
}

bool NameTable::is_alias(std::string_view id) const {
  auto dash = id.find('-');
  return dash != std::string_view::npos && rules_.aliases.contains(id.substr(0, dash));
}

void NameTable::learn(Trait part, std::string_view raw) {
  if (part == Trait::Vulnerability) learn_ids(raw);
  if (part == Trait::Host) learn_host(raw);
}

// Only a witness that names one CVE says whose alias the other ids are.
void NameTable::learn_ids(std::string_view raw) {
  std::vector<std::string_view> names = names_in(raw);
  if (std::ranges::count_if(names, [](std::string_view name) { return name.starts_with("CVE-"); }) != 1) return;
  std::string cve(*std::ranges::find_if(names, [](std::string_view name) { return name.starts_with("CVE-"); }));
  for (std::string_view name : names)
    if (is_alias(name)) cves_of_[std::string(name)].insert(cve);
}

void NameTable::learn_host(std::string_view raw) {
  std::vector<std::string_view> names = names_in(raw);
  std::string host(names[0]);
  if (host.empty() || host == names[1]) return;
  for (std::size_t i : {1UL, 2UL})
    if (!names[i].empty()) hosts_of_[std::string(names[i])].insert(host);
}

std::string NameTable::canonical(Trait part, std::string_view raw) const {
  if (part == Trait::Vulnerability) return canonical_ids(raw);
  if (part == Trait::Weakness) return canonical_weakness(raw);
  return part == Trait::Host ? canonical_host(raw) : std::string(raw);
}

std::string NameTable::canonical_ids(std::string_view raw) const {
  std::set<std::string> cves, aliases;
  for (std::string_view name : names_in(raw)) {
    if (name.starts_with("CVE-")) cves.emplace(name);
    if (!is_alias(name)) continue;
    auto known = cves_of_.find(name);
    aliases.insert(known != cves_of_.end() && known->second.size() == 1 ? *known->second.begin() : std::string(name));
  }
  // Aliases beside a CVE name the same thing once more.
  const std::set<std::string>& named = cves.empty() ? aliases : cves;
  if (named.size() > kMaxNames) return {};
  // Two aliases of one thing without a CVE: the first by name stands for both.
  if (cves.empty() && !named.empty() && std::ranges::none_of(named, [](const std::string& one) { return one.starts_with("CVE-"); }))
    return *named.begin();
  return fmt::format("{}", fmt::join(named, " "));
}

// Several families at one place are a finding of another kind than either.
std::string NameTable::canonical_weakness(std::string_view raw) const {
  std::string family;
  for (std::string_view name : names_in(raw)) {
    auto known = rules_.weaknesses.find(name);
    if (known == rules_.weaknesses.end() || known->second == family) continue;
    if (!family.empty()) return {};
    family = known->second;
  }
  return family;
}

std::string NameTable::name_of_address(const std::string& address) const {
  auto known = hosts_of_.find(address);
  return known == hosts_of_.end() ? std::string() : longest_form(known->second);
}

std::string NameTable::canonical_host(std::string_view raw) const {
  std::vector<std::string_view> names = names_in(raw);
  std::string host(names[0]), address(names[1]), id(names[2]);
  for (const std::string& other : {address, id}) {
    if (other.empty()) continue;
    std::string known = name_of_address(other);
    bool same = host.empty() || host == address || host == known || is_short_of(host, known);
    if (!known.empty() && same) return known;
  }
  if (!host.empty()) return host;
  return address.empty() ? id : address;
}

std::vector<std::string> NameTable::contradictions() const {
  std::vector<std::string> list;
  for (const auto& [alias, cves] : cves_of_)
    if (cves.size() > 1) list.push_back(fmt::format("{} is said to be {}", alias, fmt::join(cves, " and ")));
  for (const auto& [address, hosts] : hosts_of_)
    if (longest_form(hosts).empty()) list.push_back(fmt::format("{} is said to be {}", address, fmt::join(hosts, " and ")));
  return list;
}

}  // namespace sluice::gate
