// Archives of strangers: the input as it is, and as the tar inside of gzip, which random bytes never get to.
#include <zlib.h>

#include <set>

#include "ledger/tar_archive.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {
namespace {

std::string gzipped(std::string_view text) {
  z_stream stream{};
  REQUIRE_THAT(deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE_THAT(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

void read(std::string_view archive) {
  std::set<std::string> names;
  std::uint64_t left = 0;
  ledger::TarSink sink;
  sink.begin = [&](const std::string& name, std::uint64_t size) -> Result<void> {
    REQUIRE_THAT(left == 0 && ledger::is_plain_name(name) && names.insert(name).second);
    REQUIRE_THAT(name.front() != '/' && name.find("..") != 0 && name.find("/..") == std::string::npos);
    left = size;
    return {};
  };
  sink.bytes = [&](std::string_view piece) -> Result<void> {
    REQUIRE_THAT(!piece.empty() && piece.size() <= left);
    left -= piece.size();
    return {};
  };
  auto done = ledger::read_tar("archive", archive, sink);
  REQUIRE_THAT(done ? left == 0 : !done.error().empty());
}

}  // namespace

void fuzz_archive(std::string_view text) {
  read(text);
  read(gzipped(text));
}

}  // namespace sluice::fuzz
