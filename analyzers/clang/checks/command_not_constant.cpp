// Commands that are put together while the program runs: `system(text)`, `sh -c text`.
#include <algorithm>

#include "analyzers/clang/checks/check.h"

namespace sluice::clang {
namespace {

// Functions that give their argument to a shell, or to the program that is named in it.
struct Runner {
  std::string_view name;
  unsigned command;             // index of the text
  unsigned also = UINT32_MAX;   // a second text that counts
};
constexpr Runner kRunners[] = {
    {"system", 0},        {"_wsystem", 0},      {"_tsystem", 0},      {"popen", 0},         {"_popen", 0},           {"_wpopen", 0},
    {"_tpopen", 0},       {"WinExec", 0},       {"ShellExecuteA", 2, 3}, {"ShellExecuteW", 2, 3}, {"ShellExecute", 2, 3},
    {"CreateProcessA", 1}, {"CreateProcessW", 1}, {"CreateProcess", 1}, {"CreateProcessAsUserA", 2}, {"CreateProcessAsUserW", 2}};

constexpr std::string_view kListRunners[] = {"execl", "execlp", "execle", "spawnl", "spawnlp", "_spawnl", "_spawnlp", "_execl", "_execlp"};
constexpr std::string_view kShells[] = {"sh", "bash", "dash", "ksh", "zsh", "csh", "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh"};
constexpr std::string_view kCommandOptions[] = {"-c", "/c", "/C", "/k", "/K", "-Command", "-lc", "-ec"};

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

class CommandNotConstant : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return joined(names_in(kRunners, &Runner::name), kListRunners); }

  void on_call(const Tree& tree, At call, std::string_view callee, Sink& sink) const override {
    std::vector<At> arguments = tree.arguments(call);
    for (const Runner& runner : kRunners)
      if (runner.name == callee) return on_runner(tree, call, arguments, runner, sink);
    bool is_list = std::ranges::find(kListRunners, callee) != std::end(kListRunners);
    if (is_list) on_list(tree, call, arguments, callee, sink);
  }

 private:
  void on_runner(const Tree& tree, At call, const std::vector<At>& arguments, const Runner& runner, Sink& sink) const {
    bool is_fixed = true;
    for (unsigned index : {runner.command, runner.also})
      if (index < arguments.size() && !is_fixed_text(tree, arguments[index])) is_fixed = false;
    if (is_fixed) return;
    report(tree, call, runner.name, sink);
  }

  // `execl("/bin/sh", "sh", "-c", text, NULL)`
  void on_list(const Tree& tree, At call, const std::vector<At>& arguments, std::string_view callee, Sink& sink) const {
    bool is_shell = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      auto text = tree.constant_text(arguments[i]);
      is_shell |= text && std::ranges::find(kShells, file_name(*text)) != std::end(kShells);
      bool is_option = text && std::ranges::find(kCommandOptions, *text) != std::end(kCommandOptions);
      if (!is_shell || !is_option || i + 1 >= arguments.size()) continue;
      if (!is_fixed_text(tree, arguments[i + 1])) report(tree, call, callee, sink);
      return;
    }
  }

  void report(const Tree& tree, At call, std::string_view callee, Sink& sink) const {
    sink.report(info_, tree[call].range,
                fmt::format("`{}` runs a command that is put together while the program runs; what an attacker gets into it becomes further commands or options. "
                            "Start a fixed program with an array of arguments (`execve`, `posix_spawn`).", callee));
  }

  RuleInfo info_ = make_info({
      .id = "clang-command-not-constant",
      .severity = Severity::Error,
      .message = "A command is put together while the program runs. What an attacker gets into it becomes further commands or options. "
                 "Start a fixed program with an array of arguments (`execve`, `posix_spawn`), without a shell.",
      .cwe = {"CWE-78: Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')"},
      .owasp = {"A03:2021 - Injection", "A05:2025 - Injection"},
      .security_severity = "9.8",
      .confidence = "MEDIUM",
      .references = {"https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html", "https://cwe.mitre.org/data/definitions/78.html"},
      .replaces = {"c-command-injection"},
  });
};

}  // namespace

std::unique_ptr<Check> make_command_not_constant() { return std::make_unique<CommandNotConstant>(); }

}  // namespace sluice::clang
