// sarif/gzip_size.h - how large a text is after gzip, which is what upload limits count.
#pragma once
#include <cstddef>
#include <string_view>

namespace sluice::sarif {
std::size_t gzip_size(std::string_view text);
}  // namespace sluice::sarif
