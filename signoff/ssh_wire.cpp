#include "signoff/ssh_wire.h"

namespace sluice::signoff {

std::string_view WireReader::take(std::size_t size) {
  if (!ok_ || size > rest_.size()) {
    ok_ = false;
    rest_ = {};
    return {};
  }
  std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::uint8_t WireReader::byte() {
  std::string_view one = take(1);
  return one.empty() ? 0 : static_cast<std::uint8_t>(one[0]);
}

std::uint32_t WireReader::number() {
  std::uint32_t value = 0;
  for (char c : take(4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string_view WireReader::text() { return take(number()); }

std::string_view WireReader::number_text() {
  std::string_view bytes = text();
  bool is_negative = !bytes.empty() && (bytes[0] & 0x80) != 0;
  if (is_negative) ok_ = false;
  while (!bytes.empty() && bytes[0] == 0) bytes.remove_prefix(1);
  return ok_ ? bytes : std::string_view{};
}

void put_number(std::string& to, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>(number >> shift & 0xFF);
}

void put_text(std::string& to, std::string_view bytes) {
  put_number(to, static_cast<std::uint32_t>(bytes.size()));
  to += bytes;
}

void put_number_text(std::string& to, std::string_view magnitude) {
  while (!magnitude.empty() && magnitude[0] == 0) magnitude.remove_prefix(1);
  bool looks_negative = !magnitude.empty() && (magnitude[0] & 0x80) != 0;
  put_text(to, looks_negative ? std::string(1, '\0') + std::string(magnitude) : std::string(magnitude));
}

}  // namespace sluice::signoff
