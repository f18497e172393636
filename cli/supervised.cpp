#include "cli/supervised.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>

#include "base/text.h"
#include "cli/command.h"

namespace sluice {
namespace {

// Visible to both processes.
FilesInWork* make_shared_files() {
  void* memory = mmap(nullptr, sizeof(FilesInWork), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? nullptr : new (memory) FilesInWork;
}

[[noreturn]] void run_child(const std::function<ExitCode(FilesInWork&)>& work, FilesInWork& files, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(static_cast<int>(ExitCode::BadInput));  // it was gone before
  ExitCode exit = work(files);
  std::fflush(nullptr);
  _exit(static_cast<int>(exit));  // the parent ends as the program does
}

Errors describe(int status, const FilesInWork& files) {
  int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  std::string why = signal == 0 ? "it ended without a result" : fmt::format("signal {}, {}", signal, strsignal(signal));
  if (signal == SIGKILL) why += ": as a rule the kernel's answer to too little memory; fewer --jobs need less";
  std::string in_work;
  for (const std::string& path : files.now()) in_work += (in_work.empty() ? "" : ", ") + path;
  std::string where = in_work.empty() ? "no file was in work" : "in work were: " + in_work;
  Errors errors;
  errors.add({}, "scan-died", fmt::format("the scan died ({}); {}. There is no result, not even a part of one.", why, where));
  return errors;
}

}  // namespace

ExitCode run_supervised(const std::function<ExitCode(FilesInWork&)>& work) {
  FilesInWork* files = make_shared_files();
  pid_t parent = getpid();
  pid_t child = files ? fork() : -1;
  if (child < 0) return report_errors(Error{{}, "scan-process", "no process could be made for the scan"});
  if (child == 0) run_child(work, *files, parent);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  bool is_ours = WIFEXITED(status) && WEXITSTATUS(status) <= static_cast<int>(ExitCode::Incomplete);
  return is_ours ? static_cast<ExitCode>(WEXITSTATUS(status)) : report_errors(describe(status, *files));
}

}  // namespace sluice
