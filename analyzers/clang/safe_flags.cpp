#include "analyzers/clang/safe_flags.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "base/file.h"
#include "base/text.h"

namespace sluice::clang {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFlags = 2000;
constexpr int kMaxResponseFiles = 16;

// Where compilers and packages put headers.
constexpr std::string_view kSystemFolders[] = {"/usr/", "/opt/", "/Library/", "/Applications/Xcode.app/", "/nix/store/"};

bool is_below(std::string_view path, std::string_view folder) {
  return !folder.empty() && path.starts_with(folder) && (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

bool is_system(std::string_view path) {
  return std::ranges::any_of(kSystemFolders, [&](std::string_view folder) { return path.starts_with(folder); });
}

std::string canonical(const std::string& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  return error ? std::string() : real.string();
}

// `C:\work\a.h` is written with slashes from here on.
std::string with_slashes(std::string_view path) {
  std::string out(path);
  std::ranges::replace(out, '\\', '/');
  return out;
}

bool is_absolute(std::string_view path) { return path.starts_with('/') || (path.size() > 2 && path[1] == ':' && path[2] == '/'); }

std::string absolute_path(std::string_view written, std::string_view directory) {
  std::string path = with_slashes(written);
  return path.empty() || is_absolute(path) ? path : with_slashes(directory) + "/" + path;
}

// Without `.`, `..` and a slash at the end.
std::string normal_path(const std::string& path) {
  std::string out = fs::path(path).lexically_normal().generic_string();
  if (out.size() > 1 && out.ends_with('/')) out.pop_back();
  return out;
}

// A flag with a path: how it is spelled for libclang.
struct PathFlag {
  std::string_view name, spelled;
};
constexpr PathFlag kPathFlags[] = {{"-isystem", "-isystem"}, {"-iquote", "-iquote"}, {"-idirafter", "-idirafter"}, {"-cxx-isystem", "-cxx-isystem"},
                                   {"-include", "-include"}, {"-imacros", "-imacros"}, {"-isysroot", "-isysroot"}, {"--sysroot", "--sysroot"},
                                   {"-I", "-I"}, {"--include-directory", "-I"}};
// cl.exe; without the `/` or `-` they begin with.
constexpr PathFlag kClPathFlags[] = {{"external:I", "-isystem"}, {"imsvc", "-isystem"}, {"FI", "-include"}, {"I", "-I"}};

// Flags with a value behind them that are left out silently: outputs, dependency files, the linker.
constexpr std::string_view kSilentPairs[] = {"-o", "-MF", "-MT", "-MQ", "-MJ", "-L", "-l", "-u", "-z", "-Xlinker", "-Xassembler", "-arch", "-framework", "--param", "-T", "--serialize-diagnostics"};
// Those that are named.
constexpr std::string_view kNamedPairs[] = {"-Xclang", "-Xpreprocessor", "-mllvm", "-load", "-plugin", "-add-plugin", "-ivfsoverlay", "-resource-dir", "-B", "--config", "-wrapper", "-gcc-toolchain"};
constexpr std::string_view kSilentPrefixes[] = {"-W", "-O", "-g", "-M", "-l", "-L", "-s", "-pipe", "-c", "-S", "-E", "-v", "-w", "-pedantic", "-o", "-p", "-rdynamic", "-no-canonical-prefixes", "-Qunused-arguments", "--param=", "-dM", "-u", "-z"};
constexpr std::string_view kKept[] = {"-ansi", "-nostdinc", "-nostdinc++", "-pthread", "-trigraphs", "-traditional-cpp"};

// What changes the meaning of code; `no-` before it too. A `=` asks for a plain word behind it.
constexpr std::string_view kMeaningful[] = {
    "exceptions", "rtti", "short-enums", "short-wchar", "signed-char", "unsigned-char", "char8_t", "ms-extensions", "ms-compatibility",
    "ms-compatibility-version=", "gnu89-inline", "blocks", "coroutines", "coroutines-ts", "freestanding", "hosted", "builtin", "openmp", "pack-struct=",
    "declspec", "asm", "lax-vector-conversions", "sized-deallocation", "aligned-allocation", "aligned-new", "common", "delayed-template-parsing",
    "operator-names", "gnu-keywords", "dollars-in-identifiers", "cxx-exceptions", "wchar", "PIC", "PIE", "pic", "pie", "permissive", "strict-aliasing", "wrapv",
    "visibility=", "c++-static-destructors", "access-control", "elide-constructors", "concepts", "modules-ts", "implicit-templates"};
// Of `-m`: words and widths of processors. `-mllvm` is not among them.
constexpr std::string_view kMachine[] = {"32", "64", "x32", "16", "thumb", "arm", "soft-float", "hard-float", "ms-bitfields", "windows", "unicode",
                                         "arch=", "cpu=", "tune=", "fpu=", "float-abi=", "abi=", "cmodel=", "sse", "avx", "fma", "bmi", "popcnt", "aes", "pclmul",
                                         "rdrnd", "lzcnt", "f16c", "sse2", "sse3", "ssse3", "sse4", "sse4.1", "sse4.2", "avx2", "avx512f", "avx512bw",
                                         "avx512vl", "avx512dq", "bmi2", "movbe", "adx", "sha", "mmx", "altivec", "vsx"};
constexpr std::string_view kWrappers[] = {"ccache", "sccache", "distcc", "icecc", "gomacc", "buildcache", "fastbuild", "env", "colorgcc"};

template <std::size_t n>
bool holds(const std::string_view (&words)[n], std::string_view word) {
  return std::ranges::find(words, word) != std::end(words);
}

bool is_plain(std::string_view value) {
  return std::ranges::all_of(value, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("._+-,:").find(c) != std::string_view::npos;
  });
}

// `words` holds it, or its part up to `=` when the rest is plain.
template <std::size_t n>
bool is_listed(const std::string_view (&words)[n], std::string_view flag) {
  std::size_t equals = flag.find('=');
  if (equals == std::string_view::npos) return holds(words, flag);
  return holds(words, flag.substr(0, equals + 1)) && is_plain(flag.substr(equals + 1));
}

std::string program_name(std::string_view path) {
  std::string name = with_slashes(path);
  name.erase(0, name.rfind('/') + 1);
  name = to_lower(name);
  if (name.ends_with(".exe")) name.resize(name.size() - 4);
  return name;
}

// `arm-none-eabi` of `arm-none-eabi-gcc-12`.
std::string target_of(const std::string& compiler) {
  if (compiler == "emcc" || compiler == "em++") return "wasm32-unknown-emscripten";
  for (std::string_view driver : {"-gcc", "-g++", "-clang", "-c++", "-cc"}) {
    std::size_t at = compiler.find(driver);
    if (at == std::string::npos) continue;
    std::string triple = compiler.substr(0, at);
    constexpr std::string_view kProcessors[] = {"x86_64", "i386", "i486", "i586", "i686", "arm", "armv7", "armv7l", "armeb", "aarch64", "riscv32", "riscv64", "mips", "mipsel",
                                                "mips64", "mips64el", "powerpc", "powerpc64", "powerpc64le", "s390x", "sparc64", "avr", "wasm32", "loongarch64"};
    return holds(kProcessors, triple.substr(0, triple.find('-'))) ? triple : std::string();
  }
  return {};
}

class Reader {
 public:
  Reader(std::string_view directory, const FileScope& scope) : directory_(directory), scope_(scope) {}

  SafeFlags run(std::vector<std::string> command) {
    std::size_t first = 0;
    while (first < command.size() && is_before_compiler(command, first)) ++first;
    if (first >= command.size()) return std::move(out_);
    std::string compiler = program_name(command[first]);
    is_cl_ = compiler == "cl" || compiler == "clang-cl";
    command.erase(command.begin(), command.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    expand(command);
    if (is_cl_) out_.flags = {"--target=x86_64-pc-windows-msvc", "-fms-extensions", "-fms-compatibility"};
    else if (std::string target = target_of(compiler); !target.empty()) out_.flags.push_back("--target=" + target);
    for (std::size_t i = 0; i < command.size() && out_.flags.size() < kMaxFlags;) i = read(command, i);
    return std::move(out_);
  }

 private:
  // `env A=b ccache gcc`
  static bool is_before_compiler(const std::vector<std::string>& command, std::size_t at) {
    bool is_assignment = at > 0 && command[at].find('=') != std::string::npos && !command[at].starts_with('-');
    return is_assignment || (at + 1 < command.size() && holds(kWrappers, program_name(command[at])));
  }

  // Response files of the tree, in place.
  void expand(std::vector<std::string>& command) {
    int count = 0;
    for (std::size_t i = 0; i < command.size();) {
      if (!command[i].starts_with('@')) {
        ++i;
        continue;
      }
      std::string path = scope_.find(std::string_view(command[i]).substr(1), directory_);
      bool is_ours = !path.empty() && !is_system(path) && ++count <= kMaxResponseFiles;
      std::error_code error;
      bool is_small = is_ours && fs::is_regular_file(path, error) && fs::file_size(path, error) < 1'000'000;
      auto text = is_small ? read_file(path) : Result<std::string>("");
      if (!is_small || !text) out_.dropped.insert("@file");
      auto parts = text ? split_command(*text) : std::vector<std::string>();
      command.erase(command.begin() + static_cast<std::ptrdiff_t>(i));
      if (command.size() + parts.size() < kMaxFlags) command.insert(command.begin() + static_cast<std::ptrdiff_t>(i), parts.begin(), parts.end());
    }
  }

  // Gives the index of the next argument.
  std::size_t read(const std::vector<std::string>& command, std::size_t i) {
    std::string_view flag = command[i];
    std::string_view next = i + 1 < command.size() ? std::string_view(command[i + 1]) : std::string_view();
    bool is_flag = flag.starts_with('-') || (is_cl_ && flag.starts_with('/'));
    if (!is_flag || flag.size() < 2) return i + 1;  // an input: which file is read is told otherwise
    if (is_cl_) {
      if (std::size_t used = read_cl(flag.substr(1), next); used > 0) return i + used;
      if (flag.starts_with('/')) return i + 1;  // cl.exe has hundreds, for outputs and code generation
    }
    for (const PathFlag& entry : kPathFlags)
      if (flag.starts_with(entry.name)) return i + add_path(entry, flag.substr(entry.name.size()), next);
    if (flag == "-D" || flag == "-U" || flag == "-x" || flag == "-target") return i + add_pair(flag, next);
    if (holds(kSilentPairs, flag)) return i + 2;
    if (holds(kNamedPairs, flag)) {
      drop(flag == "-Xclang" ? "-Xclang " + std::string(next) : std::string(flag));
      return i + 2;
    }
    read_single(flag);
    return i + 1;
  }

  void read_single(std::string_view flag) {
    bool is_definition = flag.starts_with("-D") || flag.starts_with("-U");
    bool is_plain_value = is_plain(flag.substr(std::min(flag.find('=') + 1, flag.size())));
    bool is_word = (flag.starts_with("-std=") || flag.starts_with("--std=") || flag.starts_with("--target=") || flag.starts_with("-stdlib=")) && is_plain_value;
    if (is_definition || is_word || holds(kKept, flag)) return out_.flags.emplace_back(flag), void();
    if (flag.starts_with("-x")) return void(add_pair("-x", flag.substr(2)));
    if (flag.starts_with("-f")) return read_meaning(flag);
    if (flag.starts_with("-m")) return read_machine(flag);
    bool may_harm = flag.starts_with("-Wp,") || flag.starts_with("-specs") || flag.starts_with("-plugin");
    bool is_silent = !may_harm && std::ranges::any_of(kSilentPrefixes, [&](std::string_view prefix) { return flag.starts_with(prefix); });
    if (!is_silent) drop(flag);
  }

  void read_meaning(std::string_view flag) {
    std::string_view name = flag.substr(2);
    if (name.starts_with("no-")) name.remove_prefix(3);
    bool is_builtin = name.starts_with("builtin-") && is_plain(name);
    if (is_builtin || is_listed(kMeaningful, name)) return out_.flags.emplace_back(flag), void();
    bool is_plugin = name.find("plugin") != std::string_view::npos || name.starts_with("module") || name.find('/') != std::string_view::npos;
    if (is_plugin) drop(flag);
  }

  void read_machine(std::string_view flag) {
    std::string_view name = flag.substr(2);
    if (name.starts_with("no-")) name.remove_prefix(3);
    if (is_listed(kMachine, name)) out_.flags.emplace_back(flag);
    else drop(flag);
  }

  // How many arguments were used; 0: not a flag of cl.exe that is mapped.
  std::size_t read_cl(std::string_view flag, std::string_view next) {
    for (const PathFlag& entry : kClPathFlags)
      if (flag.starts_with(entry.name)) return add_path(entry, flag.substr(entry.name.size()), next);
    if (flag == "D" || flag == "U") return add_pair("-" + std::string(flag), next);
    if (flag.starts_with('D') || flag.starts_with('U')) return out_.flags.push_back("-" + std::string(flag)), 1;
    if (flag == "TP" || flag == "TC") return add_pair("-x", flag == "TP" ? "c++" : "c"), 1;
    if (flag.starts_with("std:")) {
      std::string_view standard = flag.substr(4);
      if (is_plain(standard)) out_.flags.push_back("-std=" + std::string(standard == "c++latest" ? "c++23" : standard == "clatest" ? "c23" : standard));
      return 1;
    }
    if (flag.starts_with("EH")) return out_.flags.emplace_back("-fexceptions"), 1;
    if (flag == "GR-") return out_.flags.emplace_back("-fno-rtti"), 1;
    if (flag == "J") return out_.flags.emplace_back("-funsigned-char"), 1;
    return 0;
  }

  std::size_t add_path(const PathFlag& entry, std::string_view value, std::string_view next) {
    bool is_apart = value.empty();
    if (is_apart) value = next;
    else if (value.starts_with('=')) value.remove_prefix(1);
    std::string path = scope_.find(value, directory_);
    if (path.empty()) drop(std::string(entry.name) + " (outside of the tree and the system, or not there)");
    else if (entry.spelled == "--sysroot") out_.flags.push_back("--sysroot=" + path);
    else out_.flags.insert(out_.flags.end(), {std::string(entry.spelled), path});
    return is_apart ? 2 : 1;
  }

  std::size_t add_pair(std::string_view flag, std::string_view value) {
    bool is_language = value == "c" || value == "c++" || value == "c-header" || value == "c++-header";
    bool passes = flag == "-x" ? is_language : flag == "-target" ? is_plain(value) : !value.empty() && !value.starts_with('-');
    if (passes && flag == "-target") out_.flags.push_back("--target=" + std::string(value));
    else if (passes) out_.flags.insert(out_.flags.end(), {std::string(flag), std::string(value.substr(0, value.find("-header")))});
    else drop(flag);
    return 2;
  }

  // Without its value: `-fplugin=x.so` and `-fplugin=y.so` are one note.
  void drop(std::string_view flag) { out_.dropped.insert(std::string(flag.substr(0, flag.find('=')))); }

  std::string_view directory_;
  const FileScope& scope_;
  SafeFlags out_;
  bool is_cl_ = false;
};

}  // namespace

std::string FileScope::find(std::string_view written, std::string_view directory) const {
  std::string path = absolute_path(written, directory);
  if (path.empty() || path.find('\0') != std::string::npos) return {};
  auto is_ours = [this](const std::string& real) { return !real.empty() && (is_below(real, root) || is_below(real, database_folder) || is_system(real)); };
  if (std::string real = canonical(path); is_ours(real)) return real;
  std::string normal = normal_path(path);
  if (is_below(normal, origin))
    if (std::string real = canonical(root + normal.substr(origin.size())); is_below(real, root)) return real;
  if (is_system(normal)) return {};
  for (const std::string& base : {root, database_folder}) {
    if (base.empty()) continue;
    int parts = 0;
    for (std::size_t at = normal.find('/'); at != std::string::npos && at + 1 < normal.size() && ++parts < 64; at = normal.find('/', at + 1)) {
      std::string real = canonical(base + normal.substr(at));
      if (is_below(real, base)) return real;
    }
  }
  return {};
}

void FileScope::learn_origin(std::string_view written, std::string_view directory, std::string_view real) {
  std::string path = normal_path(absolute_path(written, directory));
  if (!origin.empty() || path == real || !real.starts_with(root + "/")) return;
  std::string_view ending = real.substr(root.size());
  bool is_moved = path.ends_with(ending) && path.size() > ending.size();
  if (is_moved) origin = path.substr(0, path.size() - ending.size());
}

SafeFlags safe_flags(const std::vector<std::string>& command, std::string_view directory, const FileScope& scope) {
  return Reader(directory, scope).run(command);
}

std::vector<std::string> split_command(std::string_view command) {
  std::vector<std::string> out;
  std::string word;
  bool in_word = false;
  char quote = 0;
  for (std::size_t i = 0; i < command.size(); ++i) {
    char c = command[i];
    bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (quote == 0 && is_space) {
      if (in_word) out.push_back(std::move(word));
      word.clear();
      in_word = false;
      continue;
    }
    in_word = true;
    if (quote == 0 && (c == '"' || c == '\'')) quote = c;
    else if (c == quote) quote = 0;
    // A backslash before a letter is a Windows path.
    else if (c == '\\' && quote != '\'' && i + 1 < command.size() && std::string_view("\"'\\ $").find(command[i + 1]) != std::string_view::npos) word += command[++i];
    else word += c;
  }
  if (in_word) out.push_back(std::move(word));
  return out;
}

}  // namespace sluice::clang
