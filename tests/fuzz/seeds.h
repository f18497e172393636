// tests/fuzz/seeds.h - inputs to begin with, made of the rules and samples in the repository.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::fuzz {

// For the fuzzer of that name; `root` is the source folder.
std::vector<std::string> seeds_of(std::string_view fuzzer, const std::filesystem::path& root);

}  // namespace sluice::fuzz
