// base/embedded_file.h - a file that the build put into the program (cmake/Embed.cmake).
#pragma once
#include <string_view>
namespace sluice {
struct EmbeddedFile {
  std::string_view path;  // relative to the folder that embedded it
  std::string_view bytes;
};
}  // namespace sluice
