// ledger/tar_archive.h - one file that holds many: gzip around tar (POSIX ustar), the same bytes for the same contents.
//
// Any tar unpacks it. Reading is for what this writer wrote and nothing else: each header must
// be byte for byte the one that its name and size give, so there are no links, no devices, no
// owners, no times, no second meaning. Names are short and plain (`is_plain_name`), so nothing
// is ever written outside the folder it is unpacked to; sizes, number of files and what a byte of
// the archive may blow up to are bounded.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice::ledger {

inline constexpr std::size_t kMostArchiveFiles = 20'000;
inline constexpr std::uint64_t kMostFileBytes = std::uint64_t{4} << 30;
inline constexpr std::uint64_t kMostArchiveBytes = std::uint64_t{16} << 30;
inline constexpr std::uint64_t kMostBlowUp = 300;                 // bytes out for a byte in, beyond
inline constexpr std::uint64_t kFreeBytes = std::uint64_t{64} << 20;  // so many bytes

// Letters, digits and `._-` in parts divided by `/`; no part begins with a dot; at most 100 bytes.
bool is_plain_name(std::string_view name);

class TarWriter {
 public:
  // Writes beside `path`, and renames at `close`: there is a whole archive or none.
  static Result<TarWriter> create(const std::filesystem::path& path);
  TarWriter(TarWriter&&) noexcept;
  TarWriter& operator=(TarWriter&&) noexcept;
  ~TarWriter();

  Result<void> add(const std::string& name, std::string_view bytes);
  Result<void> close();

 private:
  struct State;
  explicit TarWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Calls `begin` for each file, then `bytes` for its bytes, piece by piece. An error of a call ends the reading.
struct TarSink {
  std::function<Result<void>(const std::string& name, std::uint64_t size)> begin;
  std::function<Result<void>(std::string_view piece)> bytes;
};
// `file` names the archive in errors.
Result<void> read_tar(const std::string& file, std::string_view archive, const TarSink& sink);
// Into a folder that is there and empty.
Result<void> unpack_tar(const std::filesystem::path& archive, const std::filesystem::path& folder);

}  // namespace sluice::ledger
