#include "readers.hpp"

namespace shop::canned {
std::string order() { return "tea"; }
std::string Reader::next() const { return "tea"; }
}  // namespace shop::canned
