#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "base/file.h"

namespace sluice {
namespace {

constexpr std::size_t kLarge = 64UL * 1024 * 1024;
constexpr std::chrono::milliseconds kPause(20);

// Pages that nobody has written are read again when they are needed: dropping them is always safe.
void drop_pages(const std::stop_token& stop, void* data, std::size_t size) {
  std::mutex mutex;
  std::condition_variable_any woken;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    woken.wait_for(lock, stop, kPause, [] { return false; });
    ::madvise(data, size, MADV_DONTNEED);
  }
}

}  // namespace

MappedFile::MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {
  if (size_ < kLarge) return;
  dropper_ = std::jthread(drop_pages, const_cast<char*>(data_), size_);
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat info {};
  bool mappable = fd >= 0 && ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0;
  auto size = static_cast<std::size_t>(info.st_size);
  void* data = mappable ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
  if (fd >= 0) ::close(fd);
  if (data != MAP_FAILED) return MappedFile(static_cast<const char*>(data), size);
  // Also for what cannot be opened: the messages are told in one place.
  SLUICE_TRY(std::string bytes, read_file(path));
  return MappedFile(std::move(bytes));
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      read_(std::move(other.read_)),
      dropper_(std::move(other.dropper_)) {}

MappedFile::~MappedFile() {
  // The mapping may be another's the moment it is gone.
  if (dropper_.joinable()) {
    dropper_.request_stop();
    dropper_.join();
  }
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace sluice
