#include "analyzers/clang/confined.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <thread>

namespace sluice::clang {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

class Packer {
 public:
  void number(std::uint32_t value) { out_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    out_.append(value);
  }
  template <class List, class Each>
  void list(const List& values, const Each& each) {
    number(static_cast<std::uint32_t>(values.size()));
    for (const auto& value : values) each(value);
  }
  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

// Reading past the end gives zeros and is remembered.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    if (bytes_.size() < sizeof value) return fail(), 0;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    std::uint32_t size = number();
    if (size > bytes_.size()) return fail(), std::string();
    std::string value(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return value;
  }
  template <class Each>
  void list(const Each& each) {
    std::uint32_t count = number();
    for (std::uint32_t i = 0; i < count && ok_; ++i) each();
  }
  bool is_done() const { return ok_ && bytes_.empty(); }

 private:
  void fail() {
    ok_ = false;
    bytes_ = {};
  }
  std::string_view bytes_;
  bool ok_ = true;
};

void limit(int resource, std::uint64_t value) {
  rlimit both{value, value};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

// Everything the kernel's Landlock knows is refused but reading below `readable`.
void refuse_other_files(const std::vector<std::string>& readable) {
  constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  landlock_ruleset_attr all{};
  all.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // the rights of its first version
  Descriptor rules(static_cast<int>(syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0)));
  if (!rules) return;
  for (const std::string& folder : readable) {
    Descriptor opened(open(folder.c_str(), O_PATH | O_CLOEXEC));
    if (!opened) continue;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = kRead;
    rule.parent_fd = opened.get();
    syscall(SYS_landlock_add_rule, rules.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  syscall(SYS_landlock_restrict_self, rules.get(), 0);
}

void confine(const Confinement& confinement) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  int nowhere = open("/dev/null", O_RDWR);
  for (int standard : {0, 1, 2}) dup2(nowhere, standard);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, confinement.cpu_seconds);
#ifndef __SANITIZE_ADDRESS__  // which maps terabytes for itself
  limit(RLIMIT_AS, confinement.memory_bytes);
#endif
  refuse_other_files(confinement.readable);
}

[[noreturn]] void run_child(const Module& module, const FileInput& input, const Confinement& confinement, int result) {
  confine(confinement);
  std::string bytes = pack(module.analyze(input));
  for (std::size_t done = 0; done < bytes.size();) {
    ssize_t written = write(result, bytes.data() + done, bytes.size() - done);
    if (written <= 0) _exit(1);
    done += static_cast<std::size_t>(written);
  }
  _exit(0);  // nobody's destructors, nobody's buffers
}

// The child's exit status; nothing when it had to be ended.
std::optional<int> wait_for(pid_t child, unsigned seconds) {
  using Clock = std::chrono::steady_clock;
  auto end = Clock::now() + std::chrono::seconds(seconds);
  Descriptor handle(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
  if (handle) {
    pollfd poll_entry{handle.get(), POLLIN, 0};
    for (auto left = end - Clock::now(); left > Clock::duration::zero(); left = end - Clock::now())
      if (poll(&poll_entry, 1, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count())) > 0) break;
  }
  int status = 0;
  // Without a handle (an old kernel): look now and then.
  do {
    if (waitpid(child, &status, WNOHANG) == child) return status;
    if (!handle) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  } while (!handle && Clock::now() < end);
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return std::nullopt;
}

std::string bytes_of(int file) {
  struct stat facts {};
  if (fstat(file, &facts) != 0 || facts.st_size <= 0) return {};
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  ssize_t got = pread(file, bytes.data(), bytes.size(), 0);
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

FileOutput without_result(std::string why) {
  FileOutput out;
  out.problem = std::move(why);
  return out;
}

}  // namespace

FileOutput analyze_confined(const Module& module, const FileInput& input, const Confinement& confinement) {
  Descriptor result(memfd_create("sluice-clang", MFD_CLOEXEC));
  if (!result) return without_result("there is no memory for the result");
  pid_t child = fork();
  if (child < 0) return without_result("no process could be made");
  if (child == 0) run_child(module, input, confinement, result.get());
  std::optional<int> status = wait_for(child, confinement.wall_seconds);
  if (!status) return without_result(fmt::format("libclang was not done after {} seconds", confinement.wall_seconds));
  bool is_late = WIFSIGNALED(*status) && (WTERMSIG(*status) == SIGXCPU || WTERMSIG(*status) == SIGKILL);
  if (is_late) return without_result(fmt::format("libclang computed for more than {} seconds", confinement.cpu_seconds));
  FileOutput out;
  bool is_whole = WIFEXITED(*status) && WEXITSTATUS(*status) == 0 && unpack(bytes_of(result.get()), out);
  return is_whole ? out : without_result("libclang broke off");
}

std::string pack(const FileOutput& output) {
  Packer packer;
  packer.number(output.was_parsed);
  packer.number(output.errors);
  packer.number(output.problem_offset);
  packer.text(output.problem);
  packer.list(output.texts, [&](const std::string& text) { packer.text(text); });
  packer.list(output.rows, [&](const FactsRow& row) {
    for (std::uint32_t value : {row.node, row.type, row.callee, row.constant, std::uint32_t{row.from_macro}}) packer.number(value);
  });
  packer.list(output.findings, [&](const CheckFinding& finding) {
    packer.text(finding.rule_id);
    packer.number(finding.range.begin);
    packer.number(finding.range.end);
    packer.text(finding.message);
    packer.list(finding.trace, [&](const Step& step) {
      packer.number(step.range.begin);
      packer.number(step.range.end);
      packer.text(step.message);
    });
  });
  return std::move(packer).take();
}

bool unpack(std::string_view bytes, FileOutput& output) {
  Unpacker in(bytes);
  output.was_parsed = in.number() != 0;
  output.errors = in.number();
  output.problem_offset = in.number();
  output.problem = in.text();
  in.list([&] { output.texts.push_back(in.text()); });
  in.list([&] {
    FactsRow row;
    for (std::uint32_t* field : {&row.node, &row.type, &row.callee, &row.constant}) *field = in.number();
    row.from_macro = in.number() != 0;
    output.rows.push_back(row);
  });
  in.list([&] {
    CheckFinding finding;
    finding.rule_id = in.text();
    finding.range.begin = in.number();
    finding.range.end = in.number();
    finding.message = in.text();
    in.list([&] {
      Step step;
      step.range.begin = in.number();
      step.range.end = in.number();
      step.message = in.text();
      finding.trace.push_back(std::move(step));
    });
    output.findings.push_back(std::move(finding));
  });
  return in.is_done();
}

}  // namespace sluice::clang
