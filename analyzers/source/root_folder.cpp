#include "analyzers/source/root_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "base/text.h"

namespace sluice {
namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

struct CloseDir {
  void operator()(DIR* dir) const { ::closedir(dir); }
};

struct Free {
  void operator()(char* text) const { std::free(text); }
};

EntryType type_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryType::File;
  if (S_ISDIR(mode)) return EntryType::Folder;
  return S_ISLNK(mode) ? EntryType::Link : EntryType::Other;
}

EntryType type_of(int folder, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG: return EntryType::File;
    case DT_DIR: return EntryType::Folder;
    case DT_LNK: return EntryType::Link;
    case DT_UNKNOWN: break;
    default: return EntryType::Other;
  }
  // Some file systems do not tell the type in the listing.
  struct stat info {};
  return ::fstatat(folder, entry.d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 ? type_of(info.st_mode) : EntryType::Other;
}

std::string_view kind_of(mode_t mode) {
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISDIR(mode)) return "a folder";
  return "a device";
}

// One call for all parts of the path; nothing where the system has none (Linux before 5.6, some containers).
std::optional<int> open_at_once(int root, const std::string& folder) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(kFolderFlags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  long fd = ::syscall(SYS_openat2, root, folder.c_str(), &how, sizeof(how));
  if (fd >= 0) return static_cast<int>(fd);
  // Whatever it refuses the slow way refuses as well, and says why.
  return std::nullopt;
}

std::unexpected<ReadError> fail_read(ReadError::Kind kind, std::string detail) {
  return std::unexpected(ReadError{kind, std::move(detail)});
}

std::unexpected<ReadError> fail_too_large(std::uint64_t size, std::uint64_t limit) {
  return fail_read(ReadError::Kind::TooLarge, fmt::format("{} bytes, the limit is {}", size, limit));
}

std::expected<std::string, ReadError> read_all(int fd, std::uint64_t limit) {
  struct stat info {};
  if (::fstat(fd, &info) != 0) return fail_read(ReadError::Kind::System, std::strerror(errno));
  if (!S_ISREG(info.st_mode)) return fail_read(ReadError::Kind::NotAFile, std::string(kind_of(info.st_mode)));
  auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > limit) return fail_too_large(size, limit);
  // One byte more than expected: a file that grows, or says 0 as those of /proc, is noticed.
  std::string bytes(size + 1, '\0');
  std::size_t used = 0;
  for (;;) {
    ssize_t count = ::read(fd, bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_read(ReadError::Kind::System, std::strerror(errno));
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
    if (used > limit) return fail_too_large(used, limit);
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace

Result<RootFolder> RootFolder::open(const std::string& path) {
  std::unique_ptr<char, Free> canonical(::realpath(path.c_str(), nullptr));
  if (!canonical) return fail({path}, "scan-root", std::string("cannot be scanned: ") + std::strerror(errno));
  int fd = ::open(canonical.get(), kFolderFlags);
  if (fd < 0) return fail({path}, "scan-root", std::string("cannot be scanned: ") + std::strerror(errno));
  return RootFolder(canonical.get(), fd);
}

RootFolder RootFolder::again() const { return {path_, ::fcntl(fd_, F_DUPFD_CLOEXEC, 0)}; }

RootFolder::RootFolder(RootFolder&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      last_folder_(std::move(other.last_folder_)),
      last_fd_(std::exchange(other.last_fd_, -1)) {}

RootFolder& RootFolder::operator=(RootFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  std::swap(last_folder_, other.last_folder_);
  std::swap(last_fd_, other.last_fd_);
  return *this;
}

RootFolder::~RootFolder() {
  if (fd_ >= 0) ::close(fd_);
  if (last_fd_ >= 0) ::close(last_fd_);
}

int RootFolder::open_folder(std::string_view folder) const {
  if (folder.empty()) return ::openat(fd_, ".", kFolderFlags);
  const bool goes_up = folder.find("..") != std::string_view::npos;  // as a part of the path it is refused below
  if (std::optional<int> opened = goes_up ? std::nullopt : open_at_once(fd_, std::string(folder))) return *opened;
  int fd = ::openat(fd_, ".", kFolderFlags);
  for (std::string_view part : split(folder, '/')) {
    int next = fd < 0 || part == ".." ? -1 : ::openat(fd, std::string(part).c_str(), kFolderFlags | O_NOFOLLOW);
    int error = errno;
    if (fd >= 0) ::close(fd);
    fd = next;
    errno = error;
  }
  return fd;
}

std::expected<std::vector<FolderEntry>, std::string> RootFolder::list(const std::string& folder) const {
  int fd = open_folder(folder);
  if (fd < 0) return std::unexpected(std::strerror(errno));
  std::unique_ptr<DIR, CloseDir> dir(::fdopendir(fd));  // owns fd
  if (!dir) {
    ::close(fd);
    return std::unexpected(std::strerror(errno));
  }
  std::vector<FolderEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(dir.get())) {
    std::string_view name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({std::string(name), type_of(fd, *entry)});
    errno = 0;
  }
  if (errno != 0) return std::unexpected(std::strerror(errno));
  std::sort(entries.begin(), entries.end(), [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
  return entries;
}

std::expected<std::string, ReadError> RootFolder::read(const std::string& file, std::uint64_t limit) {
  std::size_t slash = file.rfind('/');
  std::string folder = slash == std::string::npos ? "" : file.substr(0, slash);
  std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
  if (last_fd_ < 0 || folder != last_folder_) {
    if (last_fd_ >= 0) ::close(last_fd_);
    last_fd_ = open_folder(folder);
    last_folder_ = std::move(folder);
  }
  if (last_fd_ < 0) return fail_read(ReadError::Kind::System, std::strerror(errno));
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  Descriptor opened{::openat(last_fd_, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)};
  if (opened.fd < 0) return fail_read(ReadError::Kind::System, errno == ELOOP ? "it became a link" : std::strerror(errno));
  return read_all(opened.fd, limit);
}

LinkTarget RootFolder::follow(const std::string& link) const {
  std::unique_ptr<char, Free> canonical(::realpath((path_ + "/" + link).c_str(), nullptr));
  if (!canonical) return {LinkTarget::Kind::Broken, ""};
  std::string_view target = canonical.get();
  std::string base = path_ == "/" ? "/" : path_ + "/";
  if (target == path_) return {LinkTarget::Kind::Folder, ""};
  if (!target.starts_with(base)) return {LinkTarget::Kind::Outside, ""};
  struct stat info {};
  if (::lstat(canonical.get(), &info) != 0) return {LinkTarget::Kind::Broken, ""};
  target.remove_prefix(base.size());
  if (S_ISREG(info.st_mode)) return {LinkTarget::Kind::File, std::string(target)};
  if (S_ISDIR(info.st_mode)) return {LinkTarget::Kind::Folder, std::string(target)};
  return {LinkTarget::Kind::Other, std::string(target)};
}

}  // namespace sluice
