#pragma once
#include <string>

namespace shop::live {
std::string order();
class Reader {
 public:
  std::string next() const;
};
}  // namespace shop::live

namespace shop::canned {
std::string order();
class Reader {
 public:
  std::string next() const;
};
}  // namespace shop::canned
