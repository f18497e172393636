#include <cstdlib>
#include <iostream>
#include <string>

void convert() {
  std::string name;
  std::getline(std::cin, name);
  std::string line = "convert " + name;
  // ruleid: c-command-injection
  std::system(line.c_str());
  // ok: c-command-injection
  std::system("convert in.png");
}
