#include "memory.hpp"

void MemoryStorage::save(const std::string& key, const std::string& text) {
  entries_[key] = text;
}

std::string MemoryStorage::load(const std::string& key) const {
  return entries_.at(key);
}
