#include "ledger/tar_archive.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdio>
#include <cstring>
#include <set>

#include "base/mapped_file.h"
#include "base/text.h"

namespace sluice::ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 512;
constexpr std::size_t kPiece = 64 << 10;
constexpr int kGzip = 15 + 16;  // zlib: largest window, gzip header (without time or name)
constexpr int kCompression = 6;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// The one header that a name and a size have: mode 0644, owner 0, time 0.
std::string header_of(std::string_view name, std::uint64_t size) {
  std::string block(kBlock, '\0');
  auto put = [&](std::size_t at, std::string_view text) { block.replace(at, text.size(), text); };
  put(0, name);
  put(100, std::string_view("0000644\0" "0000000\0" "0000000\0", 24));
  put(124, fmt::format("{:011o}", size));
  put(136, "00000000000");
  put(148, "        ");
  put(156, "0");
  put(257, std::string_view("ustar\0" "00", 8));
  unsigned sum = 0;
  for (unsigned char c : block) sum += c;
  put(148, fmt::format("{:06o}", sum));
  block[154] = '\0';
  return block;
}

std::uint64_t padding_of(std::uint64_t size) { return (kBlock - size % kBlock) % kBlock; }

std::unexpected<Errors> bad(const std::string& file, std::string message) { return fail({file}, "archive", std::move(message)); }

// Takes the tar stream in pieces of any length.
class TarParser {
 public:
  TarParser(const std::string& file, const TarSink& sink) : file_(file), sink_(sink) {}

  Result<void> take(std::string_view piece) {
    while (!piece.empty()) {
      if (left_ > 0) {
        std::string_view part = piece.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, piece.size())));
        SLUICE_CHECK(sink_.bytes(part));
        left_ -= part.size();
        piece.remove_prefix(part.size());
        if (left_ == 0) pending_ = padding_;
        continue;
      }
      std::size_t wanted = pending_ > 0 ? pending_ : kBlock;
      std::string_view part = piece.substr(0, wanted - block_.size());
      block_ += part;
      piece.remove_prefix(part.size());
      if (block_.size() < wanted) continue;
      SLUICE_CHECK(pending_ > 0 ? take_padding() : take_block());
      block_.clear();
    }
    return {};
  }

  Result<void> finish() const {
    if (zero_blocks_ != 2 || !block_.empty()) return bad(file_, "the archive is cut off");
    return {};
  }

 private:
  bool is_zero() const { return block_.find_first_not_of('\0') == std::string::npos; }

  Result<void> take_padding() {
    pending_ = 0;
    if (!is_zero()) return bad(file_, "there are bytes between the files of the archive");
    return {};
  }

  Result<void> take_block() {
    if (zero_blocks_ == 2) return bad(file_, "there is something after the end of the archive");
    if (is_zero()) {
      ++zero_blocks_;
      return {};
    }
    if (zero_blocks_ > 0) return bad(file_, "there is something after the end of the archive");
    std::string name(block_.c_str(), strnlen(block_.c_str(), 100));
    if (!is_plain_name(name)) return bad(file_, fmt::format("a file's name is not plain: `{}`", escape_terminal(name)));
    std::optional<std::uint64_t> size = size_in_header();
    if (!size || header_of(name, *size) != block_) return bad(file_, fmt::format("the header of `{}` is not one that Sluice writes (a link, an owner, a time?)", name));
    if (*size > kMostFileBytes) return bad(file_, fmt::format("`{}` is larger than {} bytes", name, kMostFileBytes));
    if (!names_.insert(name).second) return bad(file_, fmt::format("`{}` is there twice", name));
    if (names_.size() > kMostArchiveFiles) return bad(file_, fmt::format("more than {} files", kMostArchiveFiles));
    left_ = *size;
    padding_ = static_cast<std::size_t>(padding_of(*size));
    return sink_.begin(name, *size);
  }

  std::optional<std::uint64_t> size_in_header() const {
    std::uint64_t size = 0;
    for (std::size_t i = 124; i < 135; ++i) {
      if (block_[i] < '0' || block_[i] > '7') return std::nullopt;
      size = size * 8 + static_cast<std::uint64_t>(block_[i] - '0');
    }
    return size;
  }

  const std::string& file_;
  const TarSink& sink_;
  std::string block_;
  std::uint64_t left_ = 0;                  // of the current file
  std::size_t padding_ = 0, pending_ = 0;   // zeros that come after it; are due now
  int zero_blocks_ = 0;
  std::set<std::string> names_;
};

struct Inflation {
  z_stream stream{};
  ~Inflation() { inflateEnd(&stream); }
};

}  // namespace

bool is_plain_name(std::string_view name) {
  if (name.empty() || name.size() > 100) return false;
  for (std::string_view part : split(name, '/'))
    if (part.empty() || part[0] == '.') return false;
  return name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/") == std::string_view::npos;
}

struct TarWriter::State {
  fs::path path, temporary;
  std::unique_ptr<std::FILE, CloseFile> file;
  z_stream stream{};

  ~State() {
    deflateEnd(&stream);
    file.reset();
    std::error_code error;
    if (!temporary.empty()) fs::remove(temporary, error);
  }

  std::unexpected<Errors> failed() const { return fail({path.string()}, "archive-write", std::string("cannot write: ") + std::strerror(errno)); }

  Result<void> deflate_all(std::string_view bytes, int flush) {
    char out[kPiece];
    // zlib counts in 32 bits.
    do {
      std::string_view piece = bytes.substr(0, std::size_t{1} << 30);
      bytes.remove_prefix(piece.size());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
      stream.avail_in = static_cast<uInt>(piece.size());
      do {
        stream.next_out = reinterpret_cast<Bytef*>(out);
        stream.avail_out = sizeof out;
        deflate(&stream, bytes.empty() ? flush : Z_NO_FLUSH);
        std::size_t made = sizeof out - stream.avail_out;
        if (std::fwrite(out, 1, made, file.get()) != made) return failed();
      } while (stream.avail_out == 0);
    } while (!bytes.empty());
    return {};
  }
};

TarWriter::TarWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
TarWriter::TarWriter(TarWriter&&) noexcept = default;
TarWriter& TarWriter::operator=(TarWriter&&) noexcept = default;
TarWriter::~TarWriter() = default;

Result<TarWriter> TarWriter::create(const fs::path& path) {
  auto state = std::make_unique<State>();
  state->path = path;
  std::string temporary = path.string() + ".XXXXXX";
  int fd = ::mkstemp(temporary.data());
  if (fd < 0) return state->failed();
  state->temporary = temporary;
  // mkstemp makes the file private; an archive is as public as any file the user makes.
  mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(fd, 0666 & ~mask);
  state->file.reset(::fdopen(fd, "wb"));
  bool ok = state->file && deflateInit2(&state->stream, kCompression, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) == Z_OK;
  if (!ok) return state->failed();
  return TarWriter(std::move(state));
}

Result<void> TarWriter::add(const std::string& name, std::string_view bytes) {
  SLUICE_ASSERT(is_plain_name(name), "whoever writes an archive names its files plainly");
  if (bytes.size() > kMostFileBytes) return fail({name}, "archive-write", fmt::format("larger than {} bytes", kMostFileBytes));
  SLUICE_CHECK(state_->deflate_all(header_of(name, bytes.size()), Z_NO_FLUSH));
  SLUICE_CHECK(state_->deflate_all(bytes, Z_NO_FLUSH));
  return state_->deflate_all(std::string(padding_of(bytes.size()), '\0'), Z_NO_FLUSH);
}

Result<void> TarWriter::close() {
  SLUICE_CHECK(state_->deflate_all(std::string(2 * kBlock, '\0'), Z_FINISH));
  std::FILE* file = state_->file.get();
  if (std::fflush(file) != 0 || ::fsync(::fileno(file)) != 0) return state_->failed();
  std::error_code error;
  fs::rename(state_->temporary, state_->path, error);
  if (error) return fail({state_->path.string()}, "archive-write", "cannot write: " + error.message());
  state_->temporary.clear();
  return {};
}

Result<void> read_tar(const std::string& file, std::string_view archive, const TarSink& sink) {
  Inflation inflation;
  z_stream& stream = inflation.stream;
  if (inflateInit2(&stream, kGzip) != Z_OK) return bad(file, "zlib cannot start");
  TarParser parser(file, sink);
  std::uint64_t made = 0;
  std::uint64_t most = std::min<std::uint64_t>(kMostArchiveBytes, std::max<std::uint64_t>(kFreeBytes, kMostBlowUp * archive.size()));
  char out[kPiece];
  for (int state = Z_OK; state != Z_STREAM_END;) {
    if (stream.avail_in == 0) {
      std::string_view piece = archive.substr(0, std::size_t{1} << 30);
      if (piece.empty()) return bad(file, "the archive is cut off");
      archive.remove_prefix(piece.size());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
      stream.avail_in = static_cast<uInt>(piece.size());
    }
    stream.next_out = reinterpret_cast<Bytef*>(out);
    stream.avail_out = sizeof out;
    state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END) return bad(file, "this is no archive of Sluice: it is not gzip, or damaged");
    std::size_t size = sizeof out - stream.avail_out;
    made += size;
    if (made > most) return bad(file, fmt::format("the archive unpacks to more than {} bytes: refused", most));
    SLUICE_CHECK(parser.take({out, size}));
  }
  if (stream.avail_in > 0 || !archive.empty()) return bad(file, "there are bytes after the end of the archive");
  return parser.finish();
}

Result<void> unpack_tar(const fs::path& archive, const fs::path& folder) {
  SLUICE_TRY(MappedFile bytes, MappedFile::open(archive));
  std::unique_ptr<std::FILE, CloseFile> file;
  auto failed = [&] { return fail({folder.string()}, "archive-unpack", std::string("cannot write: ") + std::strerror(errno)); };
  TarSink sink;
  sink.begin = [&](const std::string& name, std::uint64_t) -> Result<void> {
    std::error_code error;
    fs::create_directories((folder / name).parent_path(), error);
    // x: never over a file that is there, so two names never become one file.
    file.reset(std::fopen((folder / name).c_str(), "wbx"));
    if (!file) return failed();
    return {};
  };
  sink.bytes = [&](std::string_view piece) -> Result<void> {
    if (std::fwrite(piece.data(), 1, piece.size(), file.get()) != piece.size()) return failed();
    return {};
  };
  SLUICE_CHECK(read_tar(archive.string(), bytes.bytes(), sink));
  bool is_flushed = !file || std::fflush(file.get()) == 0;
  return is_flushed ? Result<void>() : Result<void>(failed());
}

}  // namespace sluice::ledger
