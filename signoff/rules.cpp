#include "signoff/rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace sluice::signoff {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& text) { return std::ranges::find(list, text) != list.end(); }

// One signer a person: the roles of all signatures that share a name or a key.
std::vector<Signer> persons_of(const std::vector<Signer>& signers) {
  std::vector<Signer> persons;
  for (const Signer& signer : signers) {
    auto same = std::ranges::find_if(persons, [&](const Signer& one) {
      return one.principal == signer.principal || one.key_fingerprint == signer.key_fingerprint;
    });
    if (same == persons.end()) persons.push_back(signer);
    else same->roles.insert(same->roles.end(), signer.roles.begin(), signer.roles.end());
  }
  return persons;
}

// Gives each role a person of its own (Kuhn's algorithm: who holds a role may move to another one).
class Casting {
 public:
  Casting(const std::vector<std::string>& roles, const std::vector<Signer>& persons)
      : roles_(roles), persons_(persons), role_of_(persons.size(), kNone) {}

  bool cast(std::size_t role) {
    std::vector<bool> asked(persons_.size());
    return cast(role, asked);
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  bool cast(std::size_t role, std::vector<bool>& asked) {
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      if (asked[i] || !contains(persons_[i].roles, roles_[role])) continue;
      asked[i] = true;
      if (role_of_[i] == kNone || cast(role_of_[i], asked)) {
        role_of_[i] = role;
        return true;
      }
    }
    return false;
  }

  const std::vector<std::string>& roles_;
  const std::vector<Signer>& persons_;
  std::vector<std::size_t> role_of_;
};

std::string missing_role(const std::string& role, const std::vector<Signer>& persons) {
  std::string holders;
  for (const Signer& person : persons)
    if (contains(person.roles, role)) holders += (holders.empty() ? "" : ", ") + escape_terminal(person.principal);
  if (holders.empty()) return fmt::format("nobody signed as `{}`", role);
  return fmt::format("`{}` needs a person of its own: {} signed for another role already", role, holders);
}

}  // namespace

std::vector<std::string> judge_signers(const SignoffRules& rules, const std::vector<Signer>& signers, const std::vector<std::string>& authors) {
  std::vector<std::string> problems;
  std::vector<Signer> allowed;
  for (const Signer& signer : signers) {
    if (!rules.author_may_sign && contains(authors, signer.principal))
      problems.push_back(fmt::format("{} is the author of something that is waived and may not sign it off", escape_terminal(signer.principal)));
    else allowed.push_back(signer);
  }
  std::vector<Signer> persons = persons_of(allowed);
  Casting casting(rules.roles, persons);
  auto has_signed = [&](std::size_t role) {
    if (rules.one_role_each) return casting.cast(role);
    return std::ranges::any_of(persons, [&](const Signer& person) { return contains(person.roles, rules.roles[role]); });
  };
  for (std::size_t role = 0; role < rules.roles.size(); ++role)
    if (!has_signed(role)) problems.push_back(missing_role(rules.roles[role], persons));
  if (persons.size() < rules.least_persons)
    problems.push_back(fmt::format("{} {} signed and the policy wants {}", persons.size(), persons.size() == 1 ? "person" : "persons", rules.least_persons));
  return problems;
}

}  // namespace sluice::signoff
