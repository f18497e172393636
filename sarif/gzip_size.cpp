#include "sarif/gzip_size.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/result.h"

namespace sluice::sarif {

std::size_t gzip_size(std::string_view text) {
  constexpr int kGzipWindow = 15 + 16;  // the largest window, with gzip's header
  z_stream stream{};
  SLUICE_ASSERT(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK,
                "zlib has memory");
  std::array<Bytef, 1 << 16> out;
  std::size_t size = 0;
  int status = Z_OK;
  while (status != Z_STREAM_END) {
    if (stream.avail_in == 0) {
      // zlib's counts are 32 bits wide, and its input pointer is not const.
      const std::size_t part = std::min<std::size_t>(text.size(), std::numeric_limits<uInt>::max());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
      stream.avail_in = static_cast<uInt>(part);
      text.remove_prefix(part);
    }
    stream.next_out = out.data();
    stream.avail_out = out.size();
    status = deflate(&stream, text.empty() ? Z_FINISH : Z_NO_FLUSH);
    size += out.size() - stream.avail_out;
  }
  deflateEnd(&stream);
  return size;
}

}  // namespace sluice::sarif
