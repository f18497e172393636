#include "cli/release_archive.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/digest.h"
#include "base/file.h"
#include "base/mapped_file.h"
#include "base/text.h"
#include "cli/archive_text.h"
#include "cli/release_statement.h"
#include "ledger/tar_archive.h"
#include "signoff/statement.h"
#include "signoff/strict_json.h"

namespace sluice::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string text_of(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name) || !object[name].is_string()) return {};
  return object[name].get<std::string>();
}

// The last part of a name, fit for an archive.
std::string plain_part(const std::string& name) {
  std::string part = fs::path(name).filename().string(), plain;
  for (char c : part.substr(part.size() > 48 ? part.size() - 48 : 0)) plain += ledger::is_plain_name(std::string("x") + c) && c != '/' ? c : '_';
  return plain;
}

// ---- writing ----

struct Decided {
  ledger::Entry entry;
  Json body;
};

Result<Decided> find_decision(ledger::Ledger& ledger, const ExportOptions& options) {
  std::optional<ledger::Entry> found;
  SLUICE_CHECK(ledger.read({.release = options.release, .kind = "decision", .from = 1}, [&](const ledger::Entry& entry) {
    if (options.decision == 0 || options.decision == entry.sequence) found = entry;
    return true;
  }));
  if (!found && options.decision != 0) return fail({ledger.name()}, "ledger-export", fmt::format("entry {} is no decision about `{}`", options.decision, options.release));
  if (!found) return fail({ledger.name()}, "ledger-export", fmt::format("there is no decision about `{}`; a release is named `PRODUCT VERSION`", options.release));
  SLUICE_TRY(Json body, signoff::parse_json(fmt::format("entry {}", found->sequence), found->body));
  return Decided{*std::move(found), std::move(body)};
}

// What must be there to decide again, under the names it had.
Result<Json> add_inputs(const Json& body, ledger::TarWriter& archive) {
  Json list = Json::array();
  Errors errors;
  std::set<std::string> names;
  for (const Json& input : body.value("inputs", Json::array())) {
    std::string role = text_of(input, "role"), file = text_of(input, "file"), sha256 = text_of(input, "sha256");
    if (role == "ledger" || !names.insert(file).second) continue;
    Json one = {{"role", role}, {"name", file}, {"sha256", sha256}};
    if (!sha256.empty()) {
      Result<MappedFile> bytes = MappedFile::open(file);
      if (!bytes) {
        errors.append(std::move(bytes).error());
        continue;
      }
      if (sha256_hex(bytes->bytes()) != sha256) {
        errors.add({file}, "ledger-export", "the file is not the one that the decision rests on: its sha256 is another");
        continue;
      }
      std::string path = fmt::format("inputs/{:04}-{}", names.size(), plain_part(file));
      SLUICE_CHECK(archive.add(path, bytes->bytes()));
      one["path"] = path;
    }
    list.push_back(std::move(one));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return list;
}

Json entry_json(const ledger::Entry& entry, bool whole) {
  Json json = {{"sequence", entry.sequence}};
  if (whole) {
    json["id"] = entry.id, json["kind"] = entry.kind, json["release"] = entry.release, json["at"] = entry.at, json["by"] = entry.by;
    json["body"] = entry.body;  // as text: its bytes are what is hashed
  }
  json["previous"] = entry.previous, json["content"] = entry.content, json["hash"] = entry.hash;
  return json;
}

struct LedgerPart {
  std::string lines;
  ledger::Head head;
  std::vector<std::string> signoffs;
  std::uint64_t first = 0;
};

Result<LedgerPart> ledger_part(ledger::Ledger& ledger, const std::string& release) {
  LedgerPart part;
  SLUICE_CHECK(ledger.read({.release = release, .kind = {}, .from = 1}, [&](const ledger::Entry& entry) {
    part.first = entry.sequence;
    return false;
  }));
  SLUICE_CHECK(ledger.read({.release = {}, .kind = {}, .from = part.first}, [&](const ledger::Entry& entry) {
    bool is_whole = entry.release == release || entry.kind == "checkpoint";
    part.lines += entry_json(entry, is_whole).dump() + "\n";
    part.head = {entry.sequence, entry.hash};
    if (entry.release == release && entry.kind == "signoff") {
      Json body = Json::parse(entry.body, nullptr, false);
      if (body.is_object() && body.contains("envelope")) part.signoffs.push_back(body["envelope"].dump(2) + "\n");
    }
    return true;
  }));
  return part;
}

// Decides once more, so that no archive is written that would not stand.
Result<std::string> decision_again(const Json& body) {
  SLUICE_TRY(GateRequest request, parse_request("the ledger", body.value("request", Json()).dump()));
  std::string days = body.contains("ledgerDays") ? body["ledgerDays"].dump() : "";
  SLUICE_TRY(DecidedAgain again, decide_again(request, {days, text_of(body, "previousStatement")}));
  if (sha256_hex(again.decision_json) != text_of(body, "decisionSha256"))
    return fail({}, "ledger-export", "deciding again gives other bytes than the ledger has: the inputs are the same, so the program is another");
  return again.decision_json;
}

Result<void> write_archive(ledger::Ledger& ledger, const ExportOptions& options, const Decided& decided, const fs::path& output) {
  SLUICE_TRY(ledger::TarWriter archive, ledger::TarWriter::create(output));
  // First the inputs: one that was changed is told by its name, not by what it changes.
  SLUICE_TRY(Json inputs, add_inputs(decided.body, archive));
  SLUICE_TRY(std::string decision, decision_again(decided.body));
  SLUICE_TRY(LedgerPart part, ledger_part(ledger, options.release));
  std::string readme = archive_readme(options.release, decided.entry);
  SLUICE_CHECK(archive.add("README.md", readme));
  SLUICE_CHECK(archive.add("decision.json", decision));
  SLUICE_CHECK(archive.add("ledger/entries.jsonl", part.lines));
  Json manifest = {{"format", "sluice-release-archive/1"}, {"release", options.release}};
  manifest["readme"] = {{"path", "README.md"}, {"sha256", sha256_hex(readme)}};
  manifest["ledger"] = {{"id", ledger.id()}, {"first", part.first}, {"last", part.head.sequence}, {"hash", part.head.hash}};
  manifest["decision"] = {{"entry", decided.entry.sequence}, {"path", "decision.json"}, {"sha256", sha256_hex(decision)}};
  manifest["signoffs"] = Json::array();
  for (std::size_t i = 0; i < part.signoffs.size(); ++i) {
    std::string path = fmt::format("signoffs/{:03}.dsse.json", i + 1);
    SLUICE_CHECK(archive.add(path, part.signoffs[i]));
    manifest["signoffs"].push_back({{"path", path}, {"sha256", sha256_hex(part.signoffs[i])}});
  }
  manifest["inputs"] = std::move(inputs);
  SLUICE_CHECK(archive.add("manifest.json", manifest.dump(2) + "\n"));
  return archive.close();
}

}  // namespace

Result<void> export_release(ledger::Ledger& ledger, const ExportOptions& options) {
  SLUICE_TRY(Decided decided, find_decision(ledger, options));
  fs::path output = fs::absolute(options.output);
  SLUICE_TRY(InFolder folder, InFolder::enter(options.inputs));
  return write_archive(ledger, options, decided, output);
}

}  // namespace sluice::cli
