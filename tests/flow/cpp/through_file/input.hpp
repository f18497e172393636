#pragma once
#include <string>

class Input {
 public:
  std::string line();
  std::string prompt() const;
};
