// sluice ledger init|record|append|show|checkpoint|verify|export: the memory of what happened to releases.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/ledger_name.h"
#include "cli/ledger_verify.h"
#include "cli/release_archive.h"
#include "ledger/checkpoint.h"
#include "ledger/ledger.h"
#include "signoff/private_key.h"
#include "signoff/statement.h"
#include "signoff/strict_json.h"

namespace sluice {
namespace {

using Json = nlohmann::ordered_json;
using ledger::Access;
using ledger::Entry;
using ledger::Ledger;
using ledger::NewEntry;

Result<void> print(const std::string& text) { return cli::write_output("", text); }

void run(ExitCode& exit, const Result<void>& done) {
  if (!done) exit = report_errors(done.error());
}

Result<Ledger> open(const cli::LedgerOptions& options, Access access) {
  SLUICE_TRY(std::string where, cli::ledger_of(options));
  return Ledger::open(where, access);
}

// ---- init ----

Result<void> init(const cli::LedgerOptions& options) {
  SLUICE_TRY(std::string where, cli::ledger_of(options));
  SLUICE_TRY(Ledger made, Ledger::create(where));
  return print(fmt::format("{}: ledger {}\n", escape_terminal(made.name()), made.id()));
}

// ---- record ----

struct RecordOptions {
  cli::LedgerOptions ledger;
  std::string kind, release, note, id;
  std::vector<std::string> files;
};

// A sign-off stands in the ledger whole, other files by name and digest.
Result<Json> body_of_signoff(const std::string& file, const std::string& text, std::string& release) {
  SLUICE_TRY(signoff::Envelope envelope, signoff::Envelope::parse(file, text));
  SLUICE_TRY(signoff::Statement statement, signoff::parse_statement(file + ": payload", envelope.payload));
  if (!statement.problems.empty()) return fail({file}, "ledger-signoff", "not recorded, the payload was changed: " + statement.problems.front());
  if (envelope.signatures.empty()) return fail({file}, "ledger-signoff", "not recorded: nobody has signed it");
  std::string named = statement.product + " " + statement.version;
  if (release.empty()) release = named;
  if (release != named) return fail({file}, "ledger-signoff", fmt::format("it is a sign-off of `{}`, not of `{}`", escape_terminal(named), escape_terminal(release)));
  return Json{{"file", file}, {"payloadSha256", sha256_hex(envelope.payload)}, {"envelope", Json::parse(envelope.text())}};
}

Result<void> record(RecordOptions options) {
  Json body = Json::object();
  if (options.kind == "signoff") {
    if (options.files.size() != 1) return fail({}, "ledger-record", "--kind signoff takes one --file");
    SLUICE_TRY(std::string text, read_file(options.files.front()));
    SLUICE_TRY(body, body_of_signoff(options.files.front(), text, options.release));
  } else {
    for (const std::string& file : options.files) {
      SLUICE_TRY(std::string text, read_file(file));
      body["files"].push_back({{"file", to_valid_utf8(file)}, {"sha256", sha256_hex(text)}, {"bytes", text.size()}});
    }
  }
  if (!options.note.empty()) body["note"] = to_valid_utf8(options.note);
  SLUICE_TRY(std::string at, cli::when(options.ledger));
  SLUICE_TRY(Ledger ledger, open(options.ledger, Access::Write));
  NewEntry entry{options.id.empty() ? ledger::random_id() : options.id, options.kind, options.release, at, cli::who(options.ledger), body.dump()};
  SLUICE_TRY(std::vector<Entry> done, ledger.append({std::move(entry)}));
  return print(fmt::format("entry {} {}\n", done[0].sequence, done[0].hash));
}

// ---- append ----

// Lines of JSON on standard input, written in batches; a line on standard output for each, once it is safe on disk.
class Appending {
 public:
  Appending(Ledger ledger, std::size_t batch, std::string by, const cli::LedgerOptions& options)
      : ledger_(std::move(ledger)), batch_(batch), by_(std::move(by)), options_(options) {}

  Result<void> run(std::istream& input) {
    std::size_t number = 0;
    for (std::string line; std::getline(input, line);) {
      ++number;
      if (trim(line).empty()) continue;
      SLUICE_TRY(NewEntry entry, read(line, number));
      waiting_.push_back(std::move(entry));
      if (waiting_.size() < batch_) continue;
      SLUICE_CHECK(flush());
    }
    return flush();
  }

 private:
  Result<NewEntry> read(const std::string& line, std::size_t number) {
    std::string file = fmt::format("standard input:{}", number);
    SLUICE_TRY(Json json, signoff::parse_json(file, line));
    auto text = [&](const char* name) { return json.is_object() && json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : std::string(); };
    if (!json.is_object()) return fail({file}, "ledger-append", "expected an object with kind, release, body and perhaps id, at, by");
    std::string at = text("at");
    if (at.empty()) {
      SLUICE_TRY(at, cli::when(options_));
    }
    NewEntry entry{text("id"), text("kind"), text("release"), at, text("by"), json.contains("body") ? json["body"].dump() : "{}"};
    if (entry.id.empty()) entry.id = ledger::random_id();
    if (entry.by.empty()) entry.by = by_;
    return entry;
  }

  Result<void> flush() {
    if (waiting_.empty()) return {};
    SLUICE_TRY(std::vector<Entry> done, ledger_.append(waiting_));
    waiting_.clear();
    std::string lines;
    for (const Entry& entry : done) lines += fmt::format("{} {} {}\n", entry.sequence, entry.id, entry.hash);
    return print(lines);
  }

  Ledger ledger_;
  std::size_t batch_;
  std::string by_;
  const cli::LedgerOptions& options_;
  std::vector<NewEntry> waiting_;
};

Result<void> append(const cli::LedgerOptions& options, std::size_t batch) {
  SLUICE_TRY(Ledger ledger, open(options, Access::Write));
  return Appending(std::move(ledger), batch, cli::who(options), options).run(std::cin);
}

// ---- show ----

struct ShowOptions {
  cli::LedgerOptions ledger;
  std::string release, kind, format = "text";
};

std::string row_of(const Entry& entry) {
  Json body = Json::parse(entry.body, nullptr, false);
  auto text = [&](const char* name) { return body.is_object() && body.contains(name) && body[name].is_string() ? body[name].get<std::string>() : std::string(); };
  std::string what = entry.kind == "decision" ? text("verdict") + " at " + text("stage") + " as of " + text("asOf") : text("note").substr(0, 60);
  if (entry.kind == "first-seen" && body.contains("days")) what = fmt::format("{} first days", body["days"].size());
  if (entry.kind == "signoff" && body.contains("envelope")) what = fmt::format("{} signatures", body["envelope"]["signatures"].size());
  return fmt::format("{:>7}  {}  {:<10}  {:<24}  {:<16}  {}\n", entry.sequence, escape_terminal(entry.at), escape_terminal(entry.kind), escape_terminal(entry.release),
                     escape_terminal(entry.by), escape_terminal(what));
}

std::string json_of(const Entry& entry) {
  Json json = {{"sequence", entry.sequence}, {"id", entry.id}, {"kind", entry.kind}, {"release", entry.release}, {"at", entry.at}, {"by", entry.by}};
  json["body"] = Json::parse(entry.body, nullptr, false);
  json["previous"] = entry.previous, json["content"] = entry.content, json["hash"] = entry.hash;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<void> show(const ShowOptions& options) {
  SLUICE_TRY(Ledger ledger, open(options.ledger, Access::Read));
  Result<void> printed;
  SLUICE_CHECK(ledger.read({options.release, options.kind, 1}, [&](const Entry& entry) {
    printed = print(options.format == "json" ? json_of(entry) : row_of(entry));
    return printed.has_value();
  }));
  return printed;
}

// ---- checkpoint ----

struct CheckpointOptions {
  cli::LedgerOptions ledger;
  std::string key, passphrase_file, output;
};

Result<void> checkpoint(const CheckpointOptions& options) {
  SLUICE_TRY(std::string key_text, read_file(options.key));
  std::string passphrase;
  if (!options.passphrase_file.empty()) {
    SLUICE_TRY(passphrase, read_file(options.passphrase_file));
    passphrase = passphrase.substr(0, passphrase.find_first_of("\r\n"));
  }
  SLUICE_TRY(signoff::PrivateKey key, signoff::PrivateKey::parse(options.key, key_text, passphrase));
  SLUICE_TRY(std::string at, cli::when(options.ledger));
  SLUICE_TRY(Ledger ledger, open(options.ledger, Access::Write));
  // Nobody vouches for a chain that is broken already.
  SLUICE_TRY(ledger::LedgerCheck check, ledger.check());
  if (!check.problems.empty()) return fail({ledger.name()}, "ledger-checkpoint", "not signed, the ledger is not sound: " + check.problems.front());
  signoff::Envelope envelope = to_envelope(ledger::Checkpoint{ledger.id(), check.head, at});
  add_signature(envelope, key, key.public_key().type() == signoff::KeyType::Rsa ? signoff::SignatureForm::Ssh : signoff::SignatureForm::Bare, signoff::kCheckpointNamespace);
  SLUICE_CHECK(write_file_atomically(options.output, envelope.text()));
  NewEntry entry{ledger::random_id(), "checkpoint", "", at, cli::who(options.ledger), Json{{"envelope", Json::parse(envelope.text())}}.dump()};
  Result<std::vector<Entry>> done = ledger.append({std::move(entry)});
  if (!done) return std::unexpected(done.error());
  return print(fmt::format("checkpoint at entry {} {}: keep {} where nobody who can write the ledger can\n", check.head.sequence, check.head.hash, escape_terminal(options.output)));
}

// ---- export ----

struct ExportCommand {
  cli::LedgerOptions ledger;
  cli::ExportOptions options;
};

Result<void> export_command(const ExportCommand& command) {
  SLUICE_TRY(Ledger ledger, open(command.ledger, Access::Read));
  SLUICE_CHECK(cli::export_release(ledger, command.options));
  return print(fmt::format("{}: {}\n", escape_terminal(command.options.release), escape_terminal(command.options.output.string())));
}

// ---- the command line ----

void add_writing(CLI::App& group, ExitCode& exit) {
  CLI::App* make = group.add_subcommand("init", "Makes an empty ledger, once");
  auto made = std::make_shared<cli::LedgerOptions>();
  cli::add_ledger_options(*make, *made, false);
  make->callback([made, &exit] { run(exit, init(*made)); });

  CLI::App* one = group.add_subcommand("record", "Records a scan, waiver, sign-off, rating or note");
  auto options = std::make_shared<RecordOptions>();
  cli::add_ledger_options(*one, options->ledger, true);
  one->add_option("--kind", options->kind, "What it is")->required()->check(CLI::IsMember({"scan", "waiver", "signoff", "rating", "note"}));
  one->add_option("--release", options->release, "`PRODUCT VERSION`; a sign-off says it itself")->type_name("RELEASE");
  one->add_option("--file", options->files, "A file it is about, kept by its digest (a sign-off whole); may be repeated")->type_name("FILE")->allow_extra_args(false);
  one->add_option("--note", options->note, "In words")->type_name("TEXT");
  one->add_option("--id", options->id, "A name of its own: recorded twice under it, it is there once")->type_name("ID");
  one->callback([options, &exit] { run(exit, record(*options)); });

  CLI::App* many = group.add_subcommand("append", "Appends entries from standard input, a JSON object a line, and prints number, id and hash of each once it is safe");
  auto where = std::make_shared<cli::LedgerOptions>();
  auto batch = std::make_shared<std::size_t>(1);
  cli::add_ledger_options(*many, *where, true);
  many->add_option("--batch", *batch, "How many entries are written and acknowledged together")->capture_default_str()->check(CLI::Range(1, 100000));
  many->callback([where, batch, &exit] { run(exit, append(*where, *batch)); });
}

void add_reading(CLI::App& group, ExitCode& exit) {
  CLI::App* list = group.add_subcommand("show", "Lists entries");
  auto options = std::make_shared<ShowOptions>();
  cli::add_ledger_options(*list, options->ledger, false);
  list->add_option("--release", options->release, "Only of this release: `PRODUCT VERSION`")->type_name("RELEASE");
  list->add_option("--kind", options->kind, "Only of this kind: decision, signoff, waiver, scan, rating, first-seen, checkpoint, note")->type_name("KIND");
  list->add_option("--format", options->format, "A table, or a JSON object a line with everything")->capture_default_str()->check(CLI::IsMember({"text", "json"}));
  list->callback([options, &exit] { run(exit, show(*options)); });

  CLI::App* archive = group.add_subcommand("export", "Writes one archive with all that the decision about a release rests on");
  auto command = std::make_shared<ExportCommand>();
  cli::add_ledger_options(*archive, command->ledger, false);
  archive->add_option("RELEASE", command->options.release, "`PRODUCT VERSION`")->required();
  archive->add_option("--output,-o", command->options.output, "The archive (tar, gzip)")->required()->type_name("ARCHIVE");
  archive->add_option("--decision", command->options.decision, "Number of the decision's entry (default: the last one about the release)")->type_name("ENTRY");
  archive->add_option("--inputs", command->options.inputs, "The folder where the gate was run")->capture_default_str()->type_name("DIR");
  archive->callback([command, &exit] { run(exit, export_command(*command)); });
}

void add_trust(CLI::App& group, ExitCode& exit) {
  CLI::App* sign = group.add_subcommand("checkpoint", "Signs how far the ledger goes, so that a cut tail is found later");
  auto options = std::make_shared<CheckpointOptions>();
  cli::add_ledger_options(*sign, options->ledger, true);
  sign->add_option("--key,-k", options->key, "The private key (see `sluice signoff keygen`)")->required()->type_name("FILE");
  sign->add_option("--passphrase-file", options->passphrase_file, "The first line of this file opens the key")->type_name("FILE");
  sign->add_option("--output,-o", options->output, "Where the checkpoint goes")->required()->type_name("FILE");
  sign->callback([options, &exit] { run(exit, checkpoint(*options)); });

  CLI::App* verify = group.add_subcommand("verify", "Checks a whole ledger, or an archive and the decision in it; needs no network");
  auto asked = std::make_shared<cli::LedgerVerifyOptions>();
  cli::add_ledger_options(*verify, asked->ledger, false);
  verify->add_option("ARCHIVE", asked->archive, "An archive of `sluice ledger export`, or a ledger");
  verify->add_option("--allowed-signers", asked->trust.allowed_signers, "Who may sign: the file of `ssh-keygen -Y verify`")->type_name("FILE");
  verify->add_option("--revoked", asked->trust.revoked, "Keys that count no more")->type_name("FILE");
  verify->add_option("--policy", asked->trust.policy, "The policy that must have been used")->type_name("FILE");
  verify->add_option("--policy-root", asked->trust.policy_root, "Folder that no `extends` of that policy leads out of (default: the policy's)")->type_name("DIR");
  verify->add_option("--checkpoint", asked->trust.checkpoints, "A checkpoint that was kept elsewhere; may be repeated")->type_name("FILE")->allow_extra_args(false);
  verify->add_option("--as-of", asked->as_of, "The day on which sign-offs must count (default: today, UTC)")->type_name("DATE");
  verify->callback([asked, &exit] { exit = cli::run_ledger_verify(*asked); });
}

}  // namespace

void add_ledger_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("ledger", "The append-only record of scans, decisions, waivers and sign-offs");
  command->require_subcommand(1);
  add_writing(*command, exit);
  add_reading(*command, exit);
  add_trust(*command, exit);
}

}  // namespace sluice
