// analyzers/clang/confined.h - libclang on hostile code, in a process that can do no harm.
//
// The code under scan decides what a compiler does: `#include "/dev/stdin"` waits for ever,
// a dozen lines of templates compute for years, a nesting nobody thought of ends the process,
// `#include "/etc/shadow"` reads what is none of its business. None of that can be told
// from the text beforehand. So each file is parsed in a child process (a fork: nothing is
// started) that
//   - may read below the scan root, the database's folder and the system's folders only, and
//     write nothing (Landlock; on a kernel without it, file rights are all there is),
//   - has limits of time and memory, and no input, output or core dump,
//   - hands its result over in memory, which is read with every length checked.
// What ends badly costs its own file its types, and says so.
#pragma once
#include <string>
#include <vector>

#include "analyzers/clang/module.h"

namespace sluice::clang {

struct Confinement {
  std::vector<std::string> readable;  // folders
  unsigned cpu_seconds = 30;
  unsigned wall_seconds = 90;         // for what waits and does not compute
  std::uint64_t memory_bytes = 4ull << 30;
};

FileOutput analyze_confined(const Module& module, const FileInput& input, const Confinement& confinement);

// How a result passes from one process to another; the reader takes nothing on trust.
std::string pack(const FileOutput& output);
bool unpack(std::string_view bytes, FileOutput& output);

}  // namespace sluice::clang
