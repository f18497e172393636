// analyzers/unit/names.h - interned text: names are compared as numbers.
//
// Two tables in one: a frozen base that all threads share (the words that the
// rules of a scan mention) and a local part for one Unit. A text of the base has
// the same id in every Unit, so a pattern compares ids; a local id means
// something in its own Unit only.
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace sluice {

using NameId = Id<struct NameTag>;

class Names {
 public:
  Names() : Names(nullptr) {}
  // `base` must outlive this and not change any more.
  explicit Names(const Names* base);
  Names(Names&&) noexcept = default;
  Names& operator=(Names&&) noexcept = default;

  NameId intern(std::string_view text);
  NameId find(std::string_view text) const;  // not valid when nobody interned it
  std::string_view text(NameId id) const;    // stable for the life of the table
  std::uint32_t size() const { return base_size_ + static_cast<std::uint32_t>(texts_.size()); }
  // Ids below this are the base's.
  std::uint32_t base_size() const { return base_size_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t index = NameId::kNone;
  };
  NameId find_local(std::string_view text, std::uint32_t hash) const;
  NameId find_hashed(std::string_view text, std::uint32_t hash) const;
  void grow();
  std::string_view keep(std::string_view text);

  const Names* base_;
  std::uint32_t base_size_;
  std::vector<Slot> slots_;
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;
  std::size_t free_size_ = 0;
};

}  // namespace sluice
