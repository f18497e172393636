// base/digest.h - SHA-256, the one digest that findings and evidence are named by.
#pragma once
#include <string>
#include <string_view>
namespace sluice {
std::string sha256_hex(std::string_view bytes);  // 64 lower-case hex digits
std::string sha256_bytes(std::string_view bytes);  // the 32 bytes themselves
// A version 5 UUID over `name` in Sluice's own namespace: the same input, the same guid.
std::string stable_guid(std::string_view name);
}  // namespace sluice
