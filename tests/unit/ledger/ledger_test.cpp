#include "ledger/ledger.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "ledger/checkpoint.h"

using namespace sluice;
using namespace sluice::ledger;

namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / fmt::format("sluice-ledger-{}", ::getpid());
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string file(const std::string& name) const { return (path / name).string(); }
};

NewEntry note(int number, std::string release = "Aquila 4.2.0") {
  return {fmt::format("id-{}", number), "note", std::move(release), "2026-09-25T10:00:00Z", "ada", fmt::format("{{\"n\":{}}}", number)};
}

// What somebody can do to a ledger who has the file: SQLite itself, triggers taken away.
void tamper(const std::string& file, const std::string& sql) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &connection) == SQLITE_OK);
  std::string all = "DROP TRIGGER IF EXISTS ledger_entries_no_UPDATE; DROP TRIGGER IF EXISTS ledger_entries_no_DELETE;"
                    "DROP TRIGGER IF EXISTS ledger_first_seen_no_UPDATE; DROP TRIGGER IF EXISTS ledger_first_seen_no_DELETE;" + sql;
  char* message = nullptr;
  int state = sqlite3_exec(connection, all.c_str(), nullptr, nullptr, &message);
  CAPTURE(sql, message ? message : "");
  CHECK(state == SQLITE_OK);
  sqlite3_close(connection);
}

std::string problems_of(const std::string& file) {
  LedgerCheck check = Ledger::open(file, Access::Read).value().check().value();
  std::string all;
  for (const std::string& problem : check.problems) all += problem + "\n";
  return all;
}

std::string with_entries(const Folder& folder, int count) {
  std::string file = folder.file(fmt::format("{}.db", random_id()));
  Ledger ledger = Ledger::create(file).value();
  std::vector<NewEntry> entries;
  for (int i = 1; i <= count; ++i) entries.push_back(note(i));
  REQUIRE(ledger.append(entries));
  return file;
}

}  // namespace

TEST_CASE("hashes of entries follow the formula of the header", "[ledger]") {
  // Worked out with sha256sum over the bytes that ledger/entry.h describes.
  NewEntry entry{"i", "note", "R 1", "2026-09-25T10:00:00Z", "ada", "{}"};
  CHECK(content_of(entry) == "05edac4da67b18bbc7a74cccf138fff2f4b256efcb20aaeca27e9b1bc5ee0d08");
  CHECK(first_previous("ledger") == "ed9e9bbcf03e9fa3e62c7bf1867809b530bde1763b63c2e799d29d0cde3d2e7f");
  CHECK(hash_of(first_previous("ledger"), 1, content_of(entry)) == "d94e0dd73b5f3dae00ad3b721af0a247281fa6562bb40c17951b258e0bac8690");
}

TEST_CASE("entries are appended in order, and the chain holds", "[ledger]") {
  Folder folder;
  std::string file = with_entries(folder, 3);
  Ledger ledger = Ledger::open(file, Access::Write).value();
  std::vector<Entry> more = ledger.append({note(4), note(5)}).value();
  CHECK(more[1].sequence == 5);
  CHECK(more[1].previous == more[0].hash);
  CHECK(ledger.head().value().sequence == 5);
  LedgerCheck check = ledger.check().value();
  CHECK(check.problems.empty());
  CHECK(check.entries == 5);
  CHECK(check.head.hash == more[1].hash);
}

TEST_CASE("an entry that comes twice is written once, and another one under its id is refused", "[ledger]") {
  Folder folder;
  Ledger ledger = Ledger::create(folder.file("l.db")).value();
  Entry first = ledger.append({note(1)}).value()[0];
  CHECK(ledger.append({note(1)}).value()[0].hash == first.hash);
  CHECK(ledger.head().value().sequence == 1);
  NewEntry other = note(1);
  other.body = "{}";
  CHECK_FALSE(ledger.append({note(2), other}));
  CHECK(ledger.head().value().sequence == 1);  // all or none
}

TEST_CASE("what is no entry is refused", "[ledger]") {
  Folder folder;
  Ledger ledger = Ledger::create(folder.file("l.db")).value();
  auto refused = [&](auto change) {
    NewEntry entry = note(1);
    change(entry);
    return !ledger.append({entry}).has_value();
  };
  CHECK(refused([](NewEntry& e) { e.body = "{"; }));
  CHECK(refused([](NewEntry& e) { e.at = "yesterday"; }));
  CHECK(refused([](NewEntry& e) { e.by = ""; }));
  CHECK(refused([](NewEntry& e) { e.kind = ""; }));
  CHECK(refused([](NewEntry& e) { e.id = ""; }));
  CHECK(refused([](NewEntry& e) { e.release = "\xff"; }));
  CHECK(refused([](NewEntry& e) { e.release = std::string("a\0b", 3); }));
  CHECK(refused([](NewEntry& e) { e.release = std::string(2000, 'a'); }));
  CHECK(refused([](NewEntry& e) { e.kind = "first-seen"; }));
  CHECK(ledger.head().value().sequence == 0);
}

TEST_CASE("a ledger is made once, and one that is not there is an error", "[ledger]") {
  Folder folder;
  std::string file = folder.file("l.db");
  CHECK(to_string(Ledger::open(file, Access::Write).error()).find("there is no such ledger") != std::string::npos);
  CHECK_FALSE(fs::exists(file));
  REQUIRE(Ledger::create(file));
  CHECK_FALSE(Ledger::create(file));
}

TEST_CASE("the database itself refuses to change or remove what was written", "[ledger]") {
  Folder folder;
  std::string file = with_entries(folder, 2);
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &connection) == SQLITE_OK);
  for (const char* sql : {"UPDATE ledger_entries SET body = '{}'", "DELETE FROM ledger_entries", "DELETE FROM ledger_head", "UPDATE ledger_head SET id = 'x'",
                          "REPLACE INTO ledger_head VALUES ('x', 'y')"}) {
    CAPTURE(sql);
    bool is_insert_of_more = std::string(sql).starts_with("REPLACE");
    CHECK((sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK) == !is_insert_of_more);
  }
  sqlite3_close(connection);
  CHECK_FALSE(Ledger::open(file, Access::Read));  // two heads: no ledger any more
}

TEST_CASE("each change of the file is found, and the entry is named", "[ledger]") {
  struct Case {
    const char* sql;
    const char* told;
  };
  const Case cases[] = {
      {"UPDATE ledger_entries SET body = '{\"n\":9}' WHERE sequence = 3", "entry 3 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): its contents were changed"},
      {"UPDATE ledger_entries SET kind = 'waiver' WHERE sequence = 1", "entry 1 (waiver of Aquila 4.2.0, 2026-09-25T10:00:00Z): its contents were changed"},
      {"UPDATE ledger_entries SET release = '' WHERE sequence = 2", "entry 2 (note, 2026-09-25T10:00:00Z): its contents were changed"},
      {"UPDATE ledger_entries SET at = '2025-01-01' WHERE sequence = 2", "entry 2 (note of Aquila 4.2.0, 2025-01-01): its contents were changed"},
      {"UPDATE ledger_entries SET by_whom = 'bob' WHERE sequence = 5", "entry 5 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): its contents were changed"},
      {"UPDATE ledger_entries SET id = 'x' WHERE sequence = 4", "entry 4 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): its contents were changed"},
      {"UPDATE ledger_entries SET hash = 'x' WHERE sequence = 4", "entry 4 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): its number, its hash or the one of the entry before it was changed\n"
                                                                  "entry 5 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): does not follow the entry before it"},
      {"UPDATE ledger_entries SET previous = 'x' WHERE sequence = 4", "entry 4 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): does not follow the entry before it"},
      {"DELETE FROM ledger_entries WHERE sequence = 2", "entry 3 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): entry 2, which stood before it, was removed"},
      {"DELETE FROM ledger_entries WHERE sequence IN (1, 2, 3)", "entry 4 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): entries 1 to 3, which stood before it, were removed"},
      {"DELETE FROM ledger_entries WHERE sequence = 2; UPDATE ledger_entries SET sequence = sequence - 1 WHERE sequence > 2",
       "entry 2 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): does not follow the entry before it"},
      {"UPDATE ledger_entries SET sequence = 99 WHERE sequence = 2; UPDATE ledger_entries SET sequence = 2 WHERE sequence = 3; UPDATE ledger_entries SET sequence = 3 WHERE sequence = 99",
       "entry 2 (note of Aquila 4.2.0, 2026-09-25T10:00:00Z): does not follow the entry before it"},
  };
  Folder folder;
  for (const Case& one : cases) {
    std::string file = with_entries(folder, 5);
    REQUIRE(problems_of(file).empty());
    tamper(file, one.sql);
    CAPTURE(one.sql);
    CHECK_THAT(problems_of(file), Catch::Contains(one.told));
  }
}

TEST_CASE("first-seen days never move forward, and cannot be changed unseen", "[ledger]") {
  Folder folder;
  std::string file = folder.file("l.db");
  Ledger ledger = Ledger::create(file).value();
  auto days = [](int id, const char* body) { return NewEntry{fmt::format("id-{}", id), "first-seen", "", "2026-09-25T10:00:00Z", "ada", body}; };
  REQUIRE(ledger.append({days(1, R"({"days":{"CVE-2026-1":"2026-05-02","CVE-2026-2":"2026-05-03"}})")}));
  REQUIRE(ledger.append({days(2, R"({"days":{"CVE-2026-1":"2026-06-01","CVE-2026-2":"2026-04-01"}})")}));
  auto seen = ledger.first_seen().value();
  CHECK(day_text(seen["CVE-2026-1"]) == "2026-05-02");
  CHECK(day_text(seen["CVE-2026-2"]) == "2026-04-01");
  CHECK(problems_of(file).empty());
  tamper(file, "DELETE FROM ledger_first_seen WHERE name = 'CVE-2026-2' AND day = '2026-04-01'");
  CHECK(problems_of(file) == "first-seen day 2026-04-01 of CVE-2026-2: an entry says so, and it was removed\n");
  tamper(file, "INSERT INTO ledger_first_seen VALUES ('CVE-2026-9', '2020-01-01', 1)");
  CHECK_THAT(problems_of(file), Catch::Contains("first-seen day 2020-01-01 of CVE-2026-9: no entry says so"));
}

TEST_CASE("a checkpoint shows a cut tail and a ledger that was written anew", "[ledger]") {
  Folder folder;
  std::string file = with_entries(folder, 5);
  Ledger ledger = Ledger::open(file, Access::Read).value();
  Checkpoint kept{ledger.id(), ledger.head().value(), "2026-09-25T12:00:00Z"};
  Checkpoint again = parse_checkpoint("c", to_envelope(kept)).value();
  CHECK(again.head.hash == kept.head.hash);
  auto asked = [&](const std::string& where) {
    Ledger now = Ledger::open(where, Access::Read).value();
    CheckpointCheck checkpoint("c", again);
    LedgerCheck check = now.check([&](const Entry& entry) { checkpoint.take(entry); }).value();
    CHECK(check.problems.empty());
    return checkpoint.problem(now.id(), check.head).value_or("");
  };
  CHECK(asked(file) == "");
  tamper(file, "DELETE FROM ledger_entries WHERE sequence > 3");
  CHECK(asked(file) == "c: on 2026-09-25T12:00:00Z the ledger had 5 entries, now it ends with entry 3: its tail was cut off");
  REQUIRE(Ledger::open(file, Access::Write).value().append({note(14), note(15), note(16)}));
  CHECK(asked(file) == "c: entry 5 is not the one that stood there on 2026-09-25T12:00:00Z");
  CHECK_THAT(asked(with_entries(folder, 5)), Catch::Contains("the checkpoint is of another ledger"));
}

TEST_CASE("a password is never shown", "[ledger]") {
  for (const char* where : {"postgresql://ada:s3cret@127.0.0.1:1/db", "postgresql://127.0.0.1:1/db?user=ada&password=s3cret", "postgresql://ada:s3cret@[broken"}) {
    std::string told = to_string(Ledger::open(where, Access::Read).error());
    CAPTURE(told);
    CHECK(told.find("s3cret") == std::string::npos);
    CHECK(told.find("postgresql://") == 0);
  }
}
