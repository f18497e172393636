#include "../io.h"
#include "readers.hpp"

namespace shop {
namespace live {
std::string order() { return source(); }
std::string Reader::next() const { return source(); }
}  // namespace live
}  // namespace shop
