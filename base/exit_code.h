// base/exit_code.h - what the program's exit status says; scripts depend on it.
#pragma once
namespace sluice {
enum class ExitCode : int {
  Ok = 0,          // done, nothing blocks
  Blocked = 1,     // done, and findings or the gate block
  BadInput = 2,    // what the user gave is wrong; also: nothing to do (no rules, no files)
  Incomplete = 3,  // the analysis is incomplete in a way that matters
};
}  // namespace sluice
