#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace sluice {
namespace {

struct Descriptor {
  int fd = -1;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

std::unexpected<Errors> fail_errno(const std::filesystem::path& path, std::string_view what) {
  int error = errno;
  return fail({path.string()}, "file-" + std::string(what), "cannot " + std::string(what) + ": " + std::strerror(error));
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.fd < 0) return fail_errno(path, "read");
  struct stat info {};
  if (::fstat(file.fd, &info) != 0) return fail_errno(path, "read");
  if (S_ISDIR(info.st_mode)) return fail({path.string()}, "file-read", "cannot read: it is a directory");
  std::string bytes;
  bytes.reserve(S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) : 0);
  for (;;) {
    char buffer[65536];
    ssize_t count = ::read(file.fd, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_errno(path, "read");
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

AtomicFile::AtomicFile(std::filesystem::path path) : path_(std::move(path)), temporary_(path_.string() + ".XXXXXX") {
  descriptor_ = ::mkstemp(temporary_.data());
  if (descriptor_ < 0) {
    failure_ = errno;
    return;
  }
  // mkstemp makes the file private; a report is as public as any file the user makes, and a file
  // that is replaced keeps its mode.
  mode_t mask = ::umask(0);
  ::umask(mask);
  struct stat old {};
  bool is_replaced = ::lstat(path_.c_str(), &old) == 0 && S_ISREG(old.st_mode);
  ::fchmod(descriptor_, is_replaced ? old.st_mode & 07777 : 0666 & ~mask);
}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

void AtomicFile::append(std::string_view bytes) {
  if (failure_ == 0 && !write_all(descriptor_, bytes)) failure_ = errno;
}

Result<void> AtomicFile::commit() {
  if (failure_ == 0 && (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0)) failure_ = errno;
  if (failure_ != 0) {
    errno = failure_;
    return fail_errno(path_, "write");
  }
  ::close(std::exchange(descriptor_, -1));
  return {};
}

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes) {
  AtomicFile file(path);
  file.append(bytes);
  return file.commit();
}

Place place_of(std::string_view file, std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  std::string_view before = text.substr(0, offset);
  auto line = 1 + std::count(before.begin(), before.end(), '\n');
  std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {std::string(file), static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(offset - line_start + 1)};
}

}  // namespace sluice
