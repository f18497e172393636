// gate/links.h - which vulnerabilities are echoes of one cause.
//
// A link is no sameness: a weakness in the code and the same one seen at a URL, a package in
// an image and its CVE on a host, one CVE and a finding about several. Both stay, each with its
// own deadline, and each names the other.
//
// `Links` is made once for a model and finds everything by keys (an id and a component, an id and a host, a
// weakness and a path): asking for one thing's links does not look at all others.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gate/model.h"

namespace sluice::gate {

// What two vulnerabilities of a model have to do with each other.
struct TraitPair {
  const Model& model;
  const TraitIds& one;
  const TraitIds& other;

  std::string_view text(const TraitIds& traits, Trait trait) const { return model.text(traits[static_cast<std::size_t>(trait)]); }
  static bool tells(const TraitIds& traits, Trait trait) { return traits[static_cast<std::size_t>(trait)] != 0; }
  bool same(Trait trait) const { return tells(one, trait) && one[static_cast<std::size_t>(trait)] == other[static_cast<std::size_t>(trait)]; }
  bool differ(Trait trait) const { return tells(one, trait) && tells(other, trait) && !same(trait); }
  bool overlap_in_ids() const;
};

// The reason for a link, in one sentence; empty: there is none.
std::string why_linked(const TraitPair& pair);

struct Link {
  std::size_t other = 0;  // in the model
  std::string why;
};

struct LinkList {
  std::vector<Link> list;  // in the model's order
  std::size_t more = 0;    // not listed; more than a thousand of one kind may be counted twice
};

class Links {
 public:
  // The model must outlive it.
  explicit Links(const Model& model);
  LinkList of(std::size_t index, std::size_t at_most) const;

 private:
  using List = std::vector<std::uint32_t>;  // places in the model, ascending
  enum class Role : std::uint8_t { Package, PackageNamed, HostNamed, OneOnHost, OneOnImage, SetOnHost, SetOnImage };
  // Something that has an id, by what links of it are found by. The key: component, host or image.
  struct Entry {
    std::uint32_t id;
    Role role;
    TextId key;
    std::uint32_t index;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  // Pages that no route can tell apart.
  struct Pages {
    TextId weakness, path, method;
    List list;
  };
  struct Route {
    TextId weakness;
    std::string text;
    List handlers;
    List pages;  // in `pages_`
  };

  void name_ids();
  std::vector<std::uint32_t> ids_of(const TraitIds& traits) const;
  void add_by_id(std::uint32_t index, const TraitIds& traits);
  void match_routes();
  std::span<const Entry> entries(std::uint32_t id, Role role, TextId key) const;
  std::vector<std::span<const Entry>> candidates(std::uint32_t id, const TraitIds& own) const;
  void add_by_route(std::size_t index, List& found) const;

  const Model& model_;
  // An id is known by the text of those that have no other one, or by a number beyond all texts.
  std::unordered_map<std::string_view, std::uint32_t> members_;  // ids that stand beside others in a finding
  std::vector<Entry> entries_;                                   // sorted
  std::vector<Pages> pages_;
  std::vector<Route> routes_;
  std::unordered_map<std::uint32_t, List> routes_of_;  // of a handler: in `routes_`
  std::unordered_map<std::uint32_t, List> routes_to_;  // of a page: the same
};

}  // namespace sluice::gate
