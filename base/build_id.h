// base/build_id.h - which build of the program this is.
#pragma once
#include <string>

namespace sluice {

// The bytes of the linker's build id (the ELF note NT_GNU_BUILD_ID), which differs when anything
// in the program does; empty when it was linked without.
std::string build_id();

}  // namespace sluice
