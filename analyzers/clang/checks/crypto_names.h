// analyzers/clang/checks/crypto_names.h - which algorithm a call of a crypto library names.
//
// OpenSSL names one by the function (`EVP_md5()`, `MD5_Init(...)`) or by a text
// (`EVP_get_digestbyname("md5")`); Windows by a text (BCRYPT_MD5_ALGORITHM is L"MD5") or
// a number (CALG_MD5). Texts and numbers are seen through macros and constants.
#pragma once
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/clang/parse/tree.h"

namespace sluice::clang {

// A function that takes the algorithm as an argument.
struct AlgorithmArgument {
  std::string_view function;
  unsigned index;
};

struct AlgorithmNumber {
  std::string_view name;  // of the macro, "CALG_MD5"
  std::int64_t value;
};

// What the argument says: a text in lower case, the name of a number; empty when it is not known.
inline std::string named_algorithm(const Tree& tree, At argument, std::span<const AlgorithmNumber> numbers) {
  auto lower = [](std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
  };
  if (auto text = tree.constant_text(argument)) return lower(*text);
  if (auto value = tree.integer(argument))
    for (const AlgorithmNumber& number : numbers)
      if (number.value == *value) return lower(std::string(number.name));
  // The macro's name, where its header is missing.
  std::string_view code = tree.code(argument);
  bool is_macro_name = code.starts_with("BCRYPT_") || code.starts_with("CALG_");
  return is_macro_name ? lower(std::string(code)) : std::string();
}

}  // namespace sluice::clang
