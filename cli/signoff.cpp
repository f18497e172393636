// sluice signoff keygen|sign|show|verify: keys, signatures under a decision, and whether they are enough.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <memory>

#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/signoff_check.h"
#include "signoff/envelope.h"
#include "signoff/ssh_signature.h"

namespace sluice {
namespace {

using signoff::PrivateKey;

Result<void> print(const std::string& text) { return cli::write_output("", text); }

// The first line of a file, which holds a passphrase; "" without a file.
Result<std::string> read_passphrase(const std::string& file) {
  if (file.empty()) return std::string();
  SLUICE_TRY(std::string text, read_file(file));
  return std::string(text.substr(0, text.find_first_of("\r\n")));
}

Result<PrivateKey> load_key(const std::string& file, const std::string& passphrase_file) {
  SLUICE_TRY(std::string text, read_file(file));
  SLUICE_TRY(std::string passphrase, read_passphrase(passphrase_file));
  return PrivateKey::parse(file, text, passphrase);
}

// ---- keygen ----

struct KeygenOptions {
  std::string output, comment, passphrase_file;
};

Result<void> write_secret(const std::string& file, const std::string& text) {
  // Never readable by others, not even for a moment, and never over a key that is in use.
  mode_t old = ::umask(077);
  Result<void> written = std::filesystem::exists(file) ? Result<void>(fail({file}, "signoff-keygen", "the file is there already: a key is not overwritten"))
                                                       : write_file_atomically(file, text);
  ::umask(old);
  return written;
}

Result<void> make_key(const KeygenOptions& options) {
  SLUICE_TRY(std::string passphrase, read_passphrase(options.passphrase_file));
  SLUICE_TRY(PrivateKey key, PrivateKey::generate());
  SLUICE_CHECK(write_secret(options.output, key.pem(passphrase)));
  std::string line = key.public_key().line();
  SLUICE_CHECK(write_file_atomically(options.output + ".pub", line + (options.comment.empty() ? "" : " " + options.comment) + "\n"));
  SLUICE_CHECK(write_file_atomically(options.output + ".pub.pem", key.public_pem()));
  return print(fmt::format("{} {}\nfor the file of allowed signers:\n{} namespaces=\"{}\" {}\n", key.public_key().fingerprint(), options.output,
                           options.comment.empty() ? "NAME" : escape_terminal(options.comment), signoff::kReleaseNamespace, line));
}

void add_keygen(CLI::App& signoff, ExitCode& exit) {
  CLI::App* command = signoff.add_subcommand("keygen", "Makes an Ed25519 key: FILE, FILE.pub (OpenSSH) and FILE.pub.pem");
  auto options = std::make_shared<KeygenOptions>();
  command->add_option("FILE", options->output, "Where the private key goes (PKCS#8 PEM, for its owner alone)")->required();
  command->add_option("--comment", options->comment, "Whose key it is, such as ada@example.org")->type_name("NAME");
  command->add_option("--passphrase-file", options->passphrase_file, "Lock the key with the first line of this file")->type_name("FILE");
  command->callback([options, &exit] {
    if (Result<void> done = make_key(*options); !done) exit = report_errors(done.error());
  });
}

// ---- sign ----

struct SignOptions {
  std::string envelope, key, passphrase_file, signature, to_sign, output;
  bool as_ssh = false;
};

Result<void> add_foreign_signature(signoff::Envelope& envelope, const std::string& file) {
  SLUICE_TRY(std::string text, read_file(file));
  Result<signoff::SshSignature> parsed = signoff::SshSignature::parse(text);
  Result<void> verified;
  if (parsed) verified = parsed->verify(envelope.to_be_signed(), signoff::kReleaseNamespace);
  // Told here, not when somebody verifies a week later.
  if (!parsed || !verified) return fail({file}, "signoff-signature", (parsed ? verified.error() : parsed.error()).list.front().message);
  envelope.signatures.push_back({parsed->key.fingerprint(), parsed->bytes});
  return {};
}

Result<void> sign(const SignOptions& options) {
  if (options.key.empty() && options.signature.empty() && options.to_sign.empty())
    return fail({}, "signoff-sign", "nothing to do: give --key, --signature or --to-sign");
  SLUICE_TRY(std::string text, read_file(options.envelope));
  SLUICE_TRY(signoff::Envelope envelope, signoff::Envelope::parse(options.envelope, text));
  SLUICE_TRY(signoff::Statement statement, signoff::parse_statement(options.envelope + ": payload", envelope.payload));
  if (!statement.problems.empty()) return fail({options.envelope}, "signoff-sign", "not signed, the payload was changed: " + statement.problems.front());
  if (!options.to_sign.empty()) {
    SLUICE_CHECK(write_file_atomically(options.to_sign, envelope.to_be_signed()));
  }
  if (!options.signature.empty()) {
    SLUICE_CHECK(add_foreign_signature(envelope, options.signature));
  }
  if (!options.key.empty()) {
    SLUICE_TRY(PrivateKey key, load_key(options.key, options.passphrase_file));
    bool needs_ssh = options.as_ssh || key.public_key().type() == signoff::KeyType::Rsa;
    add_signature(envelope, key, needs_ssh ? signoff::SignatureForm::Ssh : signoff::SignatureForm::Bare);
  }
  if (options.key.empty() && options.signature.empty()) return {};
  SLUICE_CHECK(write_file_atomically(options.output.empty() ? options.envelope : options.output, envelope.text()));
  return print(fmt::format("signed {} {}, {} of {}: {} signature{}\n", escape_terminal(statement.product), escape_terminal(statement.version),
                           escape_terminal(statement.verdict), day_text(statement.as_of), envelope.signatures.size(), envelope.signatures.size() == 1 ? "" : "s"));
}

void add_sign(CLI::App& signoff, ExitCode& exit) {
  CLI::App* command = signoff.add_subcommand("sign", "Adds a signature to what `sluice gate --signoff FILE` wrote");
  auto options = std::make_shared<SignOptions>();
  command->add_option("ENVELOPE", options->envelope, "The sign-off (DSSE)")->required();
  command->add_option("--key,-k", options->key, "Sign with this private key (PKCS#8 PEM, or an Ed25519 key of ssh-keygen)")->type_name("FILE");
  command->add_option("--passphrase-file", options->passphrase_file, "The first line of this file opens the key")->type_name("FILE");
  command->add_flag("--ssh", options->as_ssh, "Make an SSH signature (of an RSA key it always is one)");
  command->add_option("--signature", options->signature, "Add this one, made by `ssh-keygen -Y sign -n sluice-release-signoff`")->type_name("FILE");
  command->add_option("--to-sign", options->to_sign, "Write the bytes for `ssh-keygen -Y sign` here")->type_name("FILE");
  command->add_option("--output,-o", options->output, "Write here instead of into ENVELOPE")->type_name("FILE");
  command->callback([options, &exit] {
    if (Result<void> done = sign(*options); !done) exit = report_errors(done.error());
  });
}

// ---- verify ----

struct VerifyOptions {
  cli::SignoffCheck check;
  std::string as_of;
};

std::string signers_text(const cli::SignoffAnswer& answer) {
  std::string text;
  for (const signoff::CheckedSignature& one : answer.signatures) {
    if (!one.problem.empty()) continue;
    std::string roles;
    for (const std::string& role : one.signer.roles) roles += (roles.empty() ? "" : ", ") + escape_terminal(role);
    text += fmt::format("  signed by {}{} with {}\n", escape_terminal(one.signer.principal), roles.empty() ? "" : " (" + roles + ")", one.signer.key_fingerprint);
  }
  return text;
}

std::string answer_text(const cli::SignoffAnswer& answer) {
  const signoff::Statement& statement = answer.statement;
  std::string text = fmt::format("{}  {} {}, stage {}, {} as of {}{}\n", answer.problems.empty() ? "SIGNED OFF" : "NOT SIGNED OFF",
                                 escape_terminal(statement.product), escape_terminal(statement.version), escape_terminal(statement.stage),
                                 escape_terminal(statement.verdict), day_text(statement.as_of),
                                 statement.expires ? ", counts until " + day_text(*statement.expires) : std::string());
  for (const std::string& digest : statement.build_digests) text += "  build " + escape_terminal(digest) + "\n";
  text += signers_text(answer);
  for (const std::string& problem : answer.problems) text += "  problem: " + escape_terminal(problem) + "\n";
  for (const std::string& what : answer.unchecked) text += "  not checked: " + what + "\n";
  return text;
}

ExitCode verify(VerifyOptions options) {
  Result<Date> as_of = cli::read_as_of(options.as_of);
  if (!as_of) return report_errors(as_of.error());
  options.check.as_of = *as_of;
  Result<cli::SignoffAnswer> answer = cli::check_signoff(options.check);
  if (!answer) return report_errors(answer.error());
  if (Result<void> printed = print(answer_text(*answer)); !printed) return report_errors(printed.error());
  return answer->problems.empty() ? ExitCode::Ok : ExitCode::Blocked;
}

void add_verify(CLI::App& signoff, ExitCode& exit) {
  CLI::App* command = signoff.add_subcommand("verify", "Checks signatures, signers, time, and (with --inputs) the decision itself; needs no network");
  auto options = std::make_shared<VerifyOptions>();
  command->add_option("ENVELOPE", options->check.envelope_file, "The sign-off (DSSE)")->required();
  command->add_option("--allowed-signers", options->check.allowed_signers, "Who may sign: the file of `ssh-keygen -Y verify`")->required()->type_name("FILE");
  command->add_option("--revoked", options->check.revoked, "Keys that count no more: a public key or SHA256:... a line, or a list of `ssh-keygen -k`")->type_name("FILE");
  command->add_option("--policy", options->check.policy, "The policy that must have been used; its rules for signers are asked")->type_name("FILE");
  command->add_option("--policy-root", options->check.policy_root, "Folder that no `extends` of that policy leads out of (default: the policy's)")->type_name("DIR");
  command->add_option("--inputs", options->check.inputs, "Folder where the gate was run: compare all inputs and decide again")->type_name("DIR");
  command->add_option("--as-of", options->as_of, "The day on which the sign-off must count (default: today, UTC)")->type_name("DATE");
  command->callback([options, &exit] { exit = verify(*options); });
}

void add_show(CLI::App& signoff, ExitCode& exit) {
  CLI::App* command = signoff.add_subcommand("show", "Prints the statement in a sign-off as JSON; checks nothing");
  auto file = std::make_shared<std::string>();
  command->add_option("ENVELOPE", *file, "The sign-off (DSSE)")->required();
  command->callback([file, &exit] {
    Result<std::string> text = read_file(*file);
    Result<signoff::Envelope> envelope = text ? signoff::Envelope::parse(*file, *text) : std::unexpected(text.error());
    Result<void> printed = envelope ? print(to_valid_utf8(envelope->payload) + "\n") : std::unexpected(envelope.error());
    if (!printed) exit = report_errors(printed.error());
  });
}

}  // namespace

void add_signoff_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("signoff", "Signs off a decision of the gate, and verifies that somebody did");
  command->require_subcommand(1);
  add_keygen(*command, exit);
  add_sign(*command, exit);
  add_verify(*command, exit);
  add_show(*command, exit);
}

}  // namespace sluice
