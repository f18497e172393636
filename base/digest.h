// base/digest.h - SHA-256, the one digest that findings and evidence are named by.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>
namespace sluice {
std::string sha256_hex(std::string_view bytes);  // 64 lower-case hex digits
std::string sha256_bytes(std::string_view bytes);  // the 32 bytes themselves
// SHA-256 over names and values, as hex. They are delimited by their lengths: no two lists give one text.
std::string digest_of_parts(const std::vector<std::pair<std::string, std::string>>& parts);
// A version 5 UUID over `name` in Sluice's own namespace: the same input, the same guid.
std::string stable_guid(std::string_view name);
}  // namespace sluice
