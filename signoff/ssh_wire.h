// signoff/ssh_wire.h - bytes as SSH packs them (RFC 4251, section 5): big-endian numbers, texts with their length.
//
// A reader of a stranger's bytes: what ends too early makes it fail once and for all (`ok()`),
// and gives nothing from then on.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sluice::signoff {

class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : rest_(bytes) {}
  std::string_view text();         // "string" of the RFC: any bytes
  std::string_view number_text();  // "mpint" that is not negative, as its bytes without leading zeros
  std::uint32_t number();
  std::uint8_t byte();
  std::string_view take(std::size_t size);  // that many bytes
  std::string_view rest() const { return rest_; }
  bool ok() const { return ok_; }
  bool ok_and_done() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

void put_number(std::string& to, std::uint32_t number);
void put_text(std::string& to, std::string_view bytes);
void put_number_text(std::string& to, std::string_view magnitude);  // as mpint

}  // namespace sluice::signoff
