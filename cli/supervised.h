// cli/supervised.h - work on hostile input in a process of its own.
#pragma once
#include <functional>

#include "analyzers/scan/files_in_work.h"
#include "base/exit_code.h"

namespace sluice {

// Runs `work` in a child process. What it returns is returned; when it dies (a crash, the kernel's
// answer to too much memory), that is said on standard error, with the files that were in work, and
// BadInput is returned: the status of a process that died is none of ours.
ExitCode run_supervised(const std::function<ExitCode(FilesInWork&)>& work);

}  // namespace sluice
