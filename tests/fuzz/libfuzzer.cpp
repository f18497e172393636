// The door through which libFuzzer calls one fuzzer; compiled once for each, with its name.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzzer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sluice::fuzz::SLUICE_FUZZER_FUNCTION({reinterpret_cast<const char*>(data), size});
  return 0;
}
