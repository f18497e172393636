#include "signoff/envelope.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "signoff/base64.h"
#include "signoff/ssh_signature.h"
#include "signoff/strict_json.h"

namespace sluice::signoff {
namespace {

using Json = nlohmann::ordered_json;

struct Reader {
  const std::string& file;
  Errors errors;

  void complain(const std::string& where, const std::string& message) {
    errors.add({file}, "signoff-envelope", where + ": " + message);
  }
  std::string text(const Json& object, const char* name, const std::string& where) {
    auto member = object.find(name);
    if (member == object.end() || !member->is_string()) {
      complain(where + "/" + name, "expected a text");
      return {};
    }
    return member->get<std::string>();
  }
  std::string bytes(const Json& object, const char* name, const std::string& where) {
    auto decoded = from_base64(text(object, name, where));
    if (decoded) return *std::move(decoded);
    complain(where + "/" + name, fmt::format("not base64 at its character {}", decoded.error() + 1));
    return {};
  }
};

}  // namespace

std::string pre_authentication_encoding(std::string_view type, std::string_view body) {
  std::string out = fmt::format("DSSEv1 {} {} {} ", type.size(), type, body.size());
  out += body;
  return out;
}

Result<Envelope> Envelope::parse(const std::string& file, std::string_view text) {
  if (text.size() > kMostEnvelopeBytes) return fail({file}, "signoff-envelope", "the envelope is larger than 512 MiB");
  SLUICE_TRY(Json json, parse_json(file, text));
  if (!json.is_object()) return fail({file, 1, 1}, "signoff-envelope", "expected an envelope: an object with payloadType, payload and signatures");
  Reader reader{file, {}};
  Envelope envelope;
  envelope.payload_type = reader.text(json, "payloadType", "");
  envelope.payload = reader.bytes(json, "payload", "");
  auto signatures = json.find("signatures");
  bool has_list = signatures != json.end() && signatures->is_array() && signatures->size() <= kMostSignatures;
  if (!has_list) reader.complain("/signatures", fmt::format("expected a list of at most {} signatures", kMostSignatures));
  for (std::size_t i = 0; has_list && i < signatures->size(); ++i) {
    const Json& one = (*signatures)[i];
    std::string where = fmt::format("/signatures/{}", i);
    EnvelopeSignature signature;
    signature.bytes = reader.bytes(one.is_object() ? one : Json::object(), "sig", where);
    if (one.is_object() && one.contains("keyid")) signature.keyid = reader.text(one, "keyid", where);
    envelope.signatures.push_back(std::move(signature));
  }
  if (!reader.errors.empty()) return std::unexpected(std::move(reader.errors));
  return envelope;
}

std::string Envelope::text() const {
  Json json;
  json["payloadType"] = payload_type;
  json["payload"] = to_base64(payload);
  json["signatures"] = Json::array();
  for (const EnvelopeSignature& one : signatures) json["signatures"].push_back({{"keyid", one.keyid}, {"sig", to_base64(one.bytes)}});
  return json.dump(2) + "\n";
}

std::string Envelope::to_be_signed() const { return pre_authentication_encoding(payload_type, payload); }

void add_signature(Envelope& envelope, const PrivateKey& key, SignatureForm form, std::string_view name_space) {
  std::string message = envelope.to_be_signed();
  std::string bytes = form == SignatureForm::Ssh ? ssh_sign(key, message, name_space) : key.sign_bare(message);
  envelope.signatures.push_back({key.public_key().fingerprint(), std::move(bytes)});
}

std::vector<CheckedSignature> check_signatures(const Envelope& envelope, const AllowedSigners& allowed, std::string_view name_space, Date day) {
  std::string message = envelope.to_be_signed();
  std::vector<CheckedSignature> checked;
  for (const EnvelopeSignature& one : envelope.signatures) {
    bool is_ssh = is_ssh_signature(one.bytes);
    Result<Signer> signer = is_ssh ? verify_signature(message, one.bytes, allowed, name_space, day)
                                   : verify_bare_signature(message, one.bytes, allowed, name_space, day);
    checked.push_back({one.keyid, signer ? *signer : Signer{}, signer ? "" : signer.error().list.front().message});
  }
  return checked;
}

}  // namespace sluice::signoff
