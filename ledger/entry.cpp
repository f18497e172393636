#include "ledger/entry.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <initializer_list>

#include "base/digest.h"
#include "base/result.h"
#include "base/text.h"

namespace sluice::ledger {
namespace {

constexpr std::size_t kMostProblems = 100;

std::string digest(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (std::string_view part : parts) all += fmt::format("{}:", part.size()), all += part;
  return sha256_hex(all);
}

}  // namespace

std::string content_of(const NewEntry& entry) {
  return digest({"sluice-ledger-entry/1", entry.id, entry.kind, entry.release, entry.at, entry.by, entry.body});
}

std::string hash_of(std::string_view previous, std::uint64_t sequence, std::string_view content) {
  return digest({"sluice-ledger-chain/1", previous, std::to_string(sequence), content});
}

std::string first_previous(std::string_view ledger_id) { return digest({"sluice-ledger/1", ledger_id}); }

std::string random_id() {
  unsigned char bytes[16];
  SLUICE_ASSERT(RAND_bytes(bytes, sizeof bytes) == 1, "the machine has random numbers");
  std::string id;
  for (unsigned char byte : bytes) id += fmt::format("{:02x}", byte);
  return id;
}

void ChainCheck::problem(const Entry& entry, std::string_view what) {
  if (problems_.size() == kMostProblems) problems_.push_back("further problems are not listed");
  if (problems_.size() > kMostProblems) return;
  std::string about = entry.kind.empty() ? "" : fmt::format(" ({}{}{}, {})", escape_terminal(entry.kind), entry.release.empty() ? "" : " of ", escape_terminal(entry.release), escape_terminal(entry.at));
  problems_.push_back(fmt::format("entry {}{}: {}", entry.sequence, about, what));
}

void ChainCheck::take(const Entry& entry, bool with_content) {
  ++count_;
  if (entry.sequence > expected_) {
    std::uint64_t last = entry.sequence - 1;
    problem(entry, last == expected_ ? fmt::format("entry {}, which stood before it, was removed", expected_)
                                     : fmt::format("entries {} to {}, which stood before it, were removed", expected_, last));
  } else if (entry.sequence < expected_) {
    problem(entry, fmt::format("stands where entry {} should: doubled or put elsewhere", expected_));
  } else if (entry.previous != previous_) {
    problem(entry, "does not follow the entry before it: one of them was changed, put elsewhere or replaced");
  }
  if (with_content && content_of(entry) != entry.content) problem(entry, "its contents were changed");
  else if (hash_of(entry.previous, entry.sequence, entry.content) != entry.hash) problem(entry, "its number, its hash or the one of the entry before it was changed");
  expected_ = entry.sequence + 1;
  previous_ = entry.hash;
}

}  // namespace sluice::ledger
