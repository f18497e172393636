#include <cstdlib>
#include <string>

int convert(const std::string& file) {
  const std::string command = "convert " + file + " out.png";
  // ruleid: c-command-injection
  if (std::system(command.c_str()) != 0) {
    return 1;
  }
  // ruleid: c-command-injection
  system(("identify " + file).c_str());
  // ok: c-command-injection
  return std::system("sync");
}
