#pragma once
#include <string>

class Storage {
 public:
  virtual ~Storage() = default;
  virtual void save(const std::string& key, const std::string& text) = 0;
  virtual std::string load(const std::string& key) const = 0;
};
