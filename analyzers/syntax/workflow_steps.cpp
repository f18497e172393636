// The commands of CI workflows.
#include <algorithm>
#include <optional>

#include "analyzers/syntax/embedded_parts.h"
#include "base/text.h"

namespace sluice {
namespace {

// The value of a mapping's key; not valid when it has none.
NodeId value_of(const Unit& unit, NodeId map, std::string_view name) {
  for (NodeId pair : unit.children(map)) {
    NodeId key = unit.node(pair).kind == Kind::Pair ? unit.child(pair, Role::Key) : NodeId{};
    if (key.valid() && unit.text(key) == name) return unit.child(pair, Role::Value);
  }
  return {};
}

std::string lower_text(const Unit& unit, NodeId id) { return id.valid() && unit.node(id).kind == Kind::String ? to_lower(unit.text(id)) : std::string(); }

// The shell of a step; nothing for one that is not read.
std::optional<Language> language_of_shell(std::string_view shell) {
  if (shell.empty() || shell.starts_with("bash") || shell.starts_with("sh")) return Language::Bash;
  if (shell.starts_with("pwsh") || shell.starts_with("powershell")) return Language::PowerShell;
  if (shell.starts_with("python")) return Language::Python;
  return std::nullopt;
}

class StepFinder {
 public:
  StepFinder(const Unit& unit, std::vector<EmbeddedPart>& parts) : unit_(unit), parts_(parts) {}

  void run() {
    for (std::uint32_t i = 0; i < unit_.size(); ++i) {
      if (unit_.node({i}).kind != Kind::Pair) continue;
      NodeId key = unit_.child({i}, Role::Key), value = unit_.child({i}, Role::Value);
      if (!key.valid() || !value.valid()) continue;
      std::string_view name = unit_.text(key);
      bool is_script = name == "script" || name == "before_script" || name == "after_script";
      if (name == "steps" && unit_.node(value).kind == Kind::Array) add_steps({i}, value);
      else if (is_script && is_job({i})) add_script(value);
    }
  }

 private:
  // A key of the file, or of a mapping right below it.
  bool is_job(NodeId pair) const {
    NodeId map = unit_.parent(pair);
    NodeId above = unit_.parent(map);
    bool is_top = above.valid() && unit_.node(above).kind == Kind::File;
    if (is_top || !above.valid() || unit_.node(above).kind != Kind::Pair) return is_top;
    NodeId file = unit_.parent(unit_.parent(above));
    return file.valid() && unit_.node(file).kind == Kind::File;
  }

  void add_script(NodeId value) {
    if (unit_.node(value).kind != Kind::Array) return add(value, Language::Bash);
    for (NodeId line : unit_.children(value)) add(line, Language::Bash);
  }

  void add_steps(NodeId pair, NodeId steps) {
    // A job on Windows has another shell unless it says so.
    bool is_windows = lower_text(unit_, value_of(unit_, unit_.parent(pair), "runs-on")).find("windows") != std::string::npos;
    for (NodeId step : unit_.children(steps))
      if (unit_.node(step).kind == Kind::Map) add_step(step, is_windows);
  }

  void add_step(NodeId step, bool is_windows) {
    std::string shell = lower_text(unit_, value_of(unit_, step, "shell"));
    if (shell.empty() && is_windows) shell = "pwsh";
    NodeId run = value_of(unit_, step, "run");
    if (run.valid() && unit_.node(run).kind == Kind::Map) run = value_of(unit_, run, "command");
    if (auto language = language_of_shell(shell); language && run.valid()) add(run, *language);
    for (std::string_view name : {"script", "bash"}) add(value_of(unit_, step, name), Language::Bash);
    for (std::string_view name : {"pwsh", "powershell"}) add(value_of(unit_, step, name), Language::PowerShell);
  }

  void add(NodeId text, Language language) {
    if (!text.valid() || unit_.node(text).kind != Kind::String) return;
    std::vector<ByteRange> ranges = without(unit_.source_text(), content_parts(unit_, text), "${{", "}}");
    if (!ranges.empty()) parts_.push_back({std::move(ranges), language});
  }

  const Unit& unit_;
  std::vector<EmbeddedPart>& parts_;
};

}  // namespace

void find_steps(const Unit& workflow, std::vector<EmbeddedPart>& parts) { StepFinder(workflow, parts).run(); }

}  // namespace sluice
