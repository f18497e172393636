// analyzers/clang/safe_flags.h - the flags of a compile command that are safe to follow.
//
// A compile command comes with the code that is scanned, so it is as hostile as that: flags
// load plugins (`-fplugin=x.so`, `-Xclang -load`), write files (`-o`, `-ftime-trace`), and read
// what is none of the tree's (`-include /etc/shadow`, `@/home/me/secrets`). Only what is known
// to be harmless passes, spelled anew:
//   -I -isystem -iquote -idirafter -include -imacros --sysroot -isysroot  of the tree or the system
//   -D -U -std -x -ansi -nostdinc -nostdinc++ -pthread -stdlib --target
//   -f... and -m... that change what code means, from a list
// What only an output, a warning or an optimization depends on is left out silently; every
// other flag is left out and named once, in `dropped`.
//
// cl.exe's spellings are mapped (/I /D /U /FI /std: /TP /TC /EH /GR /J /external:I), compiler
// wrappers (ccache, distcc, ...) skipped, the target of a cross compiler read off its name.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::clang {

// Which files a command may make libclang read, and where paths of another machine are here.
struct FileScope {
  std::string root;             // the scan root, absolute and canonical
  std::string database_folder;  // the compile database's; empty: none
  std::string origin = {};      // where the tree lay on the machine that wrote the database; empty: here

  // The path as it is here; empty when it is outside of tree and system, or not there.
  // A database that another machine wrote says `/home/ci/app/include`: the longest ending of
  // the path that is in the tree counts.
  std::string find(std::string_view path, std::string_view directory) const;
  // Sets `origin` when a file that is written so is this one of the tree.
  void learn_origin(std::string_view path, std::string_view directory, std::string_view real);
};

struct SafeFlags {
  std::vector<std::string> flags;
  std::set<std::string> dropped;  // each by the name of the flag, without its value
};

// `command`: the compiler first, then its arguments. `directory`: what relative paths are relative to.
SafeFlags safe_flags(const std::vector<std::string>& command, std::string_view directory, const FileScope& scope);

// A command line as a shell would split it; nothing in it is run or expanded.
std::vector<std::string> split_command(std::string_view command);

}  // namespace sluice::clang
