#pragma once
#include <map>

#include "storage.hpp"

class MemoryStorage : public Storage {
 public:
  void save(const std::string& key, const std::string& text) override;
  std::string load(const std::string& key) const override;

 private:
  std::map<std::string, std::string> entries_;
};

class NoStorage : public Storage {
 public:
  void save(const std::string&, const std::string&) override {}
  std::string load(const std::string&) const override { return ""; }
};
