// The other half of cli/release_archive.h: an archive of a stranger's is unpacked, followed and decided again.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/digest.h"
#include "base/file.h"
#include "base/mapped_file.h"
#include "base/text.h"
#include "cli/release_archive.h"
#include "cli/release_statement.h"
#include "cli/signoff_check.h"
#include "gate/policy.h"
#include "ledger/tar_archive.h"
#include "signoff/strict_json.h"

namespace sluice::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kMostFoldersUp = 16;

struct TemporaryFolder {
  fs::path path;
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "sluice-archive-XXXXXX").string();
    if (const char* made = ::mkdtemp(name.data())) path = made;
  }
  ~TemporaryFolder() {
    std::error_code error;
    if (!path.empty()) fs::remove_all(path, error);
  }
};

std::string text_of(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name) || !object[name].is_string()) return {};
  return object[name].get<std::string>();
}

std::uint64_t number_of(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name) || !object[name].is_number_unsigned()) return 0;
  return object[name].get<std::uint64_t>();
}

Json list_of(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name) || !object[name].is_array()) return Json::array();
  return object[name];
}

class Checker {
 public:
  Checker(const std::string& archive, const ArchiveTrust& trust, fs::path folder)
      : archive_(archive), trust_(trust), unpacked_(folder / "archive"), laid_out_(folder / "laid-out") {}

  Result<ArchiveCheck> run() {
    std::error_code error;
    fs::create_directories(unpacked_, error);
    SLUICE_CHECK(ledger::unpack_tar(archive_, unpacked_));
    SLUICE_TRY(manifest_, read_json("manifest.json"));
    if (text_of(manifest_, "format") != "sluice-release-archive/1") return fail({archive_}, "archive-manifest", "manifest.json: the format is not known");
    answer_.release = text_of(manifest_, "release");
    SLUICE_CHECK(follow_chain());
    check_files();
    SLUICE_CHECK(check_inputs_of_decision());
    if (answer_.problems.empty()) decide();
    else answer_.unchecked.push_back("the decision was not made again: its inputs or the ledger are not what they were");
    check_signoffs();
    check_unlisted();
    return std::move(answer_);
  }

 private:
  void problem(std::string text) { answer_.problems.push_back(std::move(text)); }

  Result<Json> read_json(const std::string& name) {
    Result<std::string> text = read_file(unpacked_ / name);
    if (!text) return fail({archive_}, "archive-manifest", "the archive has no " + name);
    return signoff::parse_json(archive_ + ": " + name, *text);
  }

  std::optional<ledger::Entry> read_entry(std::string_view line, std::size_t number) {
    Result<Json> json = signoff::parse_json(fmt::format("{}: ledger/entries.jsonl:{}", archive_, number), line);
    if (!json) {
      problem(to_string(json.error().list.front()));
      return std::nullopt;
    }
    ledger::Entry entry;
    entry.sequence = number_of(*json, "sequence");
    entry.id = text_of(*json, "id"), entry.kind = text_of(*json, "kind"), entry.release = text_of(*json, "release");
    entry.at = text_of(*json, "at"), entry.by = text_of(*json, "by"), entry.body = text_of(*json, "body");
    entry.previous = text_of(*json, "previous"), entry.content = text_of(*json, "content"), entry.hash = text_of(*json, "hash");
    return entry;
  }

  Result<std::vector<ledger::CheckpointCheck>> read_checkpoints() {
    std::vector<ledger::CheckpointCheck> checks;
    for (const std::string& file : trust_.checkpoints) {
      SLUICE_TRY(std::string text, read_file(file));
      SLUICE_TRY(signoff::Envelope envelope, signoff::Envelope::parse(file, text));
      SLUICE_TRY(ledger::Checkpoint checkpoint, ledger::parse_checkpoint(file, envelope));
      checks.emplace_back(file, std::move(checkpoint));
    }
    return checks;
  }

  Result<void> follow_chain() {
    SLUICE_TRY(auto checkpoints, read_checkpoints());
    SLUICE_TRY(std::string lines, read_file(unpacked_ / "ledger/entries.jsonl"));
    const Json& of = manifest_.contains("ledger") ? manifest_["ledger"] : manifest_;
    std::uint64_t decision_entry = number_of(manifest_.value("decision", Json::object()), "entry");
    std::optional<ledger::ChainCheck> chain;
    std::size_t number = 0;
    for (std::string_view line : split(lines, '\n')) {
      ++number;
      if (line.empty()) continue;
      std::optional<ledger::Entry> entry = read_entry(line, number);
      if (!entry) continue;
      if (!chain) {
        chain.emplace(number_of(of, "first"), entry->previous);
        if (entry->sequence == 1 && entry->previous != ledger::first_previous(text_of(of, "id"))) problem("ledger/entries.jsonl: entry 1 is of another ledger");
      }
      bool is_whole = !entry->kind.empty();
      chain->take(*entry, is_whole);
      for (ledger::CheckpointCheck& checkpoint : checkpoints) checkpoint.take(*entry);
      if (entry->sequence == decision_entry && entry->kind == "decision" && entry->release == answer_.release) decision_ = *entry;
      if (entry->kind == "signoff" && entry->release == answer_.release) signoffs_in_ledger_.push_back(entry->body);
    }
    if (!chain) problem("ledger/entries.jsonl: there is no entry");
    if (!chain) return {};
    for (const std::string& one : chain->problems()) problem("ledger/entries.jsonl: " + one);
    if (chain->last() != number_of(of, "last") || chain->hash() != text_of(of, "hash")) problem("ledger/entries.jsonl: it does not end with the entry that manifest.json names");
    for (const ledger::CheckpointCheck& checkpoint : checkpoints)
      if (auto what = checkpoint.problem(text_of(of, "id"), {chain->last(), chain->hash()})) problem(*what);
    answer_.entries = chain->count();
    if (!decision_) problem("ledger/entries.jsonl: the decision that manifest.json names is not there");
    return {};
  }

  // Every file that the manifest names is there and is what it says.
  void check_files() {
    const Json decision = manifest_.value("decision", Json::object());
    expect("decision.json", text_of(decision, "sha256"));
    expect("README.md", text_of(manifest_.value("readme", Json::object()), "sha256"));
    answer_.decision_sha256 = text_of(decision, "sha256");
    for (const Json& one : list_of(manifest_, "signoffs")) expect(text_of(one, "path"), text_of(one, "sha256"));
    for (const Json& one : list_of(manifest_, "inputs")) {
      ++answer_.inputs;
      std::string path = text_of(one, "path"), sha256 = text_of(one, "sha256"), name = text_of(one, "name");
      if (!path.empty()) expect(path, sha256, name);
      else if (!sha256.empty()) problem(fmt::format("manifest.json: input `{}` has a digest and no file", escape_terminal(name)));
    }
  }

  void expect(const std::string& path, const std::string& sha256, const std::string& name = {}) {
    named_.insert(path);
    Result<MappedFile> bytes = ledger::is_plain_name(path) ? MappedFile::open(unpacked_ / path) : fail({path}, "archive-file", "not a plain name");
    std::string about = escape_terminal(path) + (name.empty() ? "" : " (" + escape_terminal(name) + ")");
    if (!bytes) problem(fmt::format("{}: the archive has no such file", about));
    else if (std::string found = sha256_hex(bytes->bytes()); found != sha256) problem(fmt::format("{} was changed: its sha256 is {}, {} is written down", about, found, sha256));
  }

  // The manifest is nobody's word; the entry in the ledger is.
  Result<void> check_inputs_of_decision() {
    if (!decision_) return {};
    Result<Json> body = signoff::parse_json(fmt::format("entry {}", decision_->sequence), decision_->body);
    if (!body) {
      problem(to_string(body.error().list.front()));
      return {};
    }
    body_ = *body;
    if (text_of(body_, "decisionSha256") != answer_.decision_sha256) problem(fmt::format("decision.json is not the decision of entry {}", decision_->sequence));
    std::map<std::string, std::string> wanted, there;
    for (const Json& one : list_of(body_, "inputs"))
      if (text_of(one, "role") != "ledger") wanted.emplace(text_of(one, "file"), text_of(one, "sha256"));
    for (const Json& one : list_of(manifest_, "inputs")) there[text_of(one, "name")] = text_of(one, "sha256");
    SLUICE_CHECK(check_policy());
    for (const auto& [name, sha256] : wanted)
      if (!there.contains(name)) problem(fmt::format("manifest.json: input `{}` of entry {} is missing", escape_terminal(name), decision_->sequence));
      else if (there[name] != sha256) problem(fmt::format("manifest.json: input `{}` is not the one of entry {}: {} instead of {}", escape_terminal(name), decision_->sequence, there[name], sha256));
    for (const auto& [name, sha256] : there)
      if (!wanted.contains(name)) problem(fmt::format("manifest.json: input `{}` is not one of entry {}", escape_terminal(name), decision_->sequence));
    return {};
  }

  // Also of a release that nobody has signed.
  Result<void> check_policy() {
    if (trust_.policy.empty()) {
      answer_.unchecked.push_back("that the policy is the one you expect: give it with --policy");
      return {};
    }
    SLUICE_TRY(gate::Policy policy, gate::load_policy(trust_.policy, trust_.policy_root));
    std::vector<signoff::Statement::Input> inputs;
    for (const Json& one : list_of(body_, "inputs")) inputs.push_back({text_of(one, "role"), text_of(one, "file"), text_of(one, "sha256")});
    for (std::string& one : not_the_policy(policy, inputs)) problem(std::move(one));
    return {};
  }

  // Where a name of an input goes; nothing when it leads out.
  std::optional<fs::path> place_of_input(const std::string& name) {
    fs::path start = laid_out_;
    for (int i = 0; i < kMostFoldersUp; ++i) start /= "d";
    fs::path place = (start / name).lexically_normal(), relative = place.lexically_relative(laid_out_);
    bool is_inside = !name.empty() && fs::path(name).is_relative() && !relative.empty() && *relative.begin() != ".." && relative != ".";
    return is_inside ? std::optional(place) : std::nullopt;
  }

  Result<fs::path> lay_out(const std::string& root) {
    fs::path start = laid_out_;
    for (int i = 0; i < kMostFoldersUp; ++i) start /= "d";
    std::error_code error;
    fs::create_directories(start, error);
    if (auto folder = place_of_input(root + "/x")) fs::create_directories(folder->parent_path(), error);
    for (const Json& one : list_of(manifest_, "inputs")) {
      std::string name = text_of(one, "name"), path = text_of(one, "path");
      std::optional<fs::path> place = place_of_input(name);
      if (!place) return fail({archive_}, "archive-name", fmt::format("the name of an input leads out of the folder: `{}`", escape_terminal(name)));
      fs::create_directories(place->parent_path(), error);
      if (path.empty()) {
        SLUICE_CHECK(write_file_atomically(*place, ""));
        continue;
      }
      fs::copy_file(unpacked_ / path, *place, error);
      if (error) return fail({archive_}, "archive-name", fmt::format("input `{}` cannot be laid out: {}", escape_terminal(name), error.message()));
    }
    return start;
  }

  // A folder of waivers may have been empty.
  void make_folder_of(const std::string& name) {
    std::error_code error;
    std::optional<fs::path> place = place_of_input(name);
    if (place && !fs::exists(*place, error)) fs::create_directories(*place, error);
  }

  void decide() {
    Result<GateRequest> request = parse_request(fmt::format("entry {}", decision_->sequence), body_.value("request", Json()).dump());
    Result<fs::path> start = request ? lay_out(request->root) : std::unexpected(request.error());
    if (start)
      for (const std::string& name : request->waivers) make_folder_of(name);
    Result<InFolder> folder = start ? InFolder::enter(*start) : std::unexpected(start.error());
    std::string days = body_.contains("ledgerDays") ? body_["ledgerDays"].dump() : "";
    Result<DecidedAgain> again = folder ? decide_again(*request, {days, text_of(body_, "previousStatement")}) : std::unexpected(folder.error());
    if (!again) {
      for (const Error& error : again.error().list) problem("deciding again: " + to_string(error));
      return;
    }
    payload_ = again->payload;
    if (sha256_hex(again->decision_json) == answer_.decision_sha256) return;
    Result<std::string> kept = read_file(unpacked_ / "decision.json");
    problem("deciding again gives another decision: " + signoff::difference(kept.value_or(""), again->decision_json));
  }

  void check_signoffs() {
    for (const Json& one : list_of(manifest_, "signoffs")) {
      std::string path = text_of(one, "path");
      ++answer_.signoffs;
      Result<std::string> text = ledger::is_plain_name(path) ? read_file(unpacked_ / path) : fail({path}, "archive-file", "not a plain name");
      if (!text) continue;  // told already
      Result<signoff::Envelope> envelope = signoff::Envelope::parse(archive_ + ": " + path, *text);
      if (!envelope) problem(to_string(envelope.error().list.front()));
      else check_signoff_file(path, *envelope);
    }
    if (answer_.signoffs != signoffs_in_ledger_.size()) problem(fmt::format("the ledger has {} sign-offs of the release and the archive {}", signoffs_in_ledger_.size(), answer_.signoffs));
    if (answer_.signoffs == 0) answer_.unchecked.push_back("signatures: nobody recorded a sign-off of this release in the ledger");
    else if (trust_.allowed_signers.empty()) answer_.unchecked.push_back("signatures: give the signers that you trust with --allowed-signers");
  }

  void check_signoff_file(const std::string& path, const signoff::Envelope& envelope) {
    bool is_of_this_decision = sha256_hex(envelope.payload) == text_of(body_, "payloadSha256");
    if (!is_of_this_decision) {
      answer_.unchecked.push_back(path + ": it is of another decision about this release");
      return;
    }
    if (!payload_.empty() && payload_ != envelope.payload) problem(path + ": what was signed is not what the inputs give: " + signoff::difference(envelope.payload, payload_));
    if (trust_.allowed_signers.empty()) return;
    SignoffCheck check{path, trust_.allowed_signers, trust_.revoked, trust_.policy, trust_.policy_root, "", trust_.as_of};
    Result<SignoffAnswer> signed_by = cli::check_signoff(check, envelope);
    if (!signed_by) return problem(path + ": " + to_string(signed_by.error().list.front()));
    for (const std::string& what : signed_by->problems) problem(path + ": " + what);
    for (const signoff::CheckedSignature& one : signed_by->signatures)
      if (one.problem.empty()) answer_.signers.push_back(one.signer.principal);
  }

  // Nothing else is in the archive.
  void check_unlisted() {
    std::set<std::string> known = {"manifest.json", "ledger/entries.jsonl"};
    known.insert(named_.begin(), named_.end());
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(unpacked_, error)) {
      std::string name = entry.path().lexically_relative(unpacked_).generic_string();
      if (entry.is_regular_file() && !known.contains(name)) problem(name + ": manifest.json does not name this file");
    }
  }

  const std::string& archive_;
  const ArchiveTrust& trust_;
  fs::path unpacked_, laid_out_;
  Json manifest_, body_;
  ArchiveCheck answer_;
  std::optional<ledger::Entry> decision_;
  std::vector<std::string> signoffs_in_ledger_;
  std::set<std::string> named_;
  std::string payload_;
};

}  // namespace

Result<ArchiveCheck> check_archive(const std::string& archive, const ArchiveTrust& trust) {
  TemporaryFolder folder;
  if (folder.path.empty()) return fail({}, "archive-unpack", "cannot make a temporary folder");
  // The checks go into a folder of their own: names that are relative to this one are made absolute first.
  ArchiveTrust from_here = trust;
  for (std::string* file : {&from_here.allowed_signers, &from_here.revoked, &from_here.policy, &from_here.policy_root})
    if (!file->empty()) *file = fs::absolute(*file).string();
  return Checker(archive, from_here, folder.path).run();
}

}  // namespace sluice::cli
