#pragma once
#include <string>

class Handler {
 public:
  virtual ~Handler() = default;
  void handle();

 protected:
  virtual std::string read() = 0;
  virtual std::string name() const { return "handler"; }
};
