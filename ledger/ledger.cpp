#include "ledger/ledger.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"
#include "signoff/strict_json.h"

namespace sluice::ledger {
namespace {

constexpr std::string_view kFormat = "sluice-ledger/1";
constexpr std::size_t kMostTextBytes = 1024;

constexpr std::array<const char*, 3> kTables = {
    "CREATE TABLE ledger_head (id TEXT PRIMARY KEY, format TEXT NOT NULL)",
    "CREATE TABLE ledger_entries (sequence BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, release TEXT NOT NULL, "
    "at TEXT NOT NULL, by_whom TEXT NOT NULL, body TEXT NOT NULL, previous TEXT NOT NULL UNIQUE, content TEXT NOT NULL, hash TEXT NOT NULL UNIQUE)",
    "CREATE TABLE ledger_first_seen (name TEXT NOT NULL, day TEXT NOT NULL, sequence BIGINT NOT NULL, PRIMARY KEY (name, day))",
};
constexpr std::string_view kColumns = "sequence, id, kind, release, at, by_whom, body, previous, content, hash";

std::uint64_t number(const std::string& text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Entry entry_of(const Row& row) {
  Entry entry;
  entry.sequence = number(row[0]);
  entry.id = row[1], entry.kind = row[2], entry.release = row[3], entry.at = row[4], entry.by = row[5], entry.body = row[6];
  entry.previous = row[7], entry.content = row[8], entry.hash = row[9];
  return entry;
}

bool is_text(std::string_view text, std::size_t most) {
  return text.size() <= most && is_valid_utf8(text) && text.find('\0') == std::string_view::npos;
}

Result<void> check_new(const std::string& ledger, const NewEntry& entry) {
  auto bad = [&](const std::string& what) { return fail({ledger}, "ledger-entry", "not appended: " + what); };
  for (auto [name, text] : {std::pair<const char*, const std::string*>{"id", &entry.id}, {"kind", &entry.kind}, {"release", &entry.release}, {"at", &entry.at}, {"by", &entry.by}})
    if (!is_text(*text, kMostTextBytes)) return bad(fmt::format("`{}` must be UTF-8 of at most {} bytes", name, kMostTextBytes));
  if (entry.id.empty() || entry.kind.empty() || entry.by.empty()) return bad("an entry needs an id, a kind and who appends it");
  if (!parse_instant(entry.at)) return bad("`at` must be a time such as 2026-09-25T10:00:00Z");
  if (!is_text(entry.body, kMostBodyBytes)) return bad(fmt::format("the body must be UTF-8 of at most {} bytes", kMostBodyBytes));
  if (!nlohmann::json::accept(entry.body)) return bad("the body is not JSON");
  return {};
}

// What was appended under the same id must be the same thing.
bool is_same(const NewEntry& a, const NewEntry& b) { return a.kind == b.kind && a.release == b.release && a.by == b.by && a.body == b.body; }

}  // namespace

Result<std::map<std::string, Date>> days_of(const Entry& entry) {
  SLUICE_TRY(nlohmann::ordered_json body, signoff::parse_json(fmt::format("entry {}", entry.sequence), entry.body));
  std::map<std::string, Date> days;
  auto list = body.is_object() ? body.find("days") : body.end();
  bool good = body.is_object() && list != body.end() && list->is_object();
  const nlohmann::ordered_json named = good ? *list : nlohmann::ordered_json::object();
  for (const auto& [name, text] : named.items()) {
    std::optional<Date> day = text.is_string() ? parse_day(text.get<std::string>()) : std::nullopt;
    good = good && day && is_text(name, kMostTextBytes);
    if (day) days[name] = *day;
  }
  if (!good) return fail({fmt::format("entry {}", entry.sequence)}, "ledger-entry", "the body of an entry of kind `first-seen` must be {\"days\": {NAME: DAY}}");
  return days;
}

Result<Ledger> Ledger::create(const std::string& where) {
  SLUICE_TRY(std::unique_ptr<Database> database, open_database(where, Access::Create));
  std::string id = random_id();
  SLUICE_CHECK(database->execute("BEGIN"));
  for (const char* table : kTables) {
    SLUICE_CHECK(database->execute(table));
  }
  SLUICE_CHECK(database->execute("CREATE INDEX ledger_entries_by_release ON ledger_entries (release, sequence)"));
  std::vector<std::string> head = {id, std::string(kFormat)};
  SLUICE_CHECK(database->execute("INSERT INTO ledger_head (id, format) VALUES ($1, $2)", head));
  for (const char* table : {"ledger_head", "ledger_entries", "ledger_first_seen"})
    for (const std::string& statement : database->forbid_changes(table)) {
      SLUICE_CHECK(database->execute(statement));
    }
  SLUICE_CHECK(database->commit());
  return Ledger(std::move(database), std::move(id));
}

Result<Ledger> Ledger::open(const std::string& where, Access access) {
  SLUICE_TRY(std::unique_ptr<Database> database, open_database(where, access));
  if (!database->has_table("ledger_head")) return fail({database->name()}, "ledger-format", "this is no ledger of Sluice");
  SLUICE_TRY(std::vector<Row> head, database->rows("SELECT id, format FROM ledger_head"));
  if (head.size() != 1 || head[0][1] != kFormat) return fail({database->name()}, "ledger-format", "this is no ledger of Sluice, or one of a version that is not known");
  return Ledger(std::move(database), head[0][0]);
}

Result<Head> Ledger::head() {
  SLUICE_TRY(std::vector<Row> last, database_->rows("SELECT sequence, hash FROM ledger_entries ORDER BY sequence DESC LIMIT 1"));
  if (last.empty()) return Head{0, first_previous(id_)};
  return Head{number(last[0][0]), last[0][1]};
}

Result<std::optional<Entry>> Ledger::find(const std::string& entry_id) {
  static const std::string kSql = fmt::format("SELECT {} FROM ledger_entries WHERE id = $1", kColumns);
  SLUICE_TRY(std::vector<Row> found, database_->rows(kSql, {&entry_id, 1}));
  if (found.empty()) return std::optional<Entry>();
  return std::optional<Entry>(entry_of(found[0]));
}

Result<void> Ledger::write(const Entry& entry) {
  static const std::string kSql = fmt::format("INSERT INTO ledger_entries ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", kColumns);
  std::vector<std::string> values = {std::to_string(entry.sequence), entry.id, entry.kind, entry.release, entry.at, entry.by, entry.body, entry.previous, entry.content, entry.hash};
  SLUICE_CHECK(database_->execute(kSql, values));
  if (entry.kind != "first-seen") return {};
  SLUICE_TRY(auto days, days_of(entry));
  for (const auto& [name, day] : days) {
    std::vector<std::string> row = {name, day_text(day), std::to_string(entry.sequence)};
    SLUICE_CHECK(database_->execute("INSERT INTO ledger_first_seen (name, day, sequence) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", row));
  }
  return {};
}

Result<std::vector<Entry>> Ledger::append_locked(const std::vector<NewEntry>& entries) {
  SLUICE_TRY(Head head, this->head());
  std::vector<Entry> done;
  for (const NewEntry& each : entries) {
    SLUICE_TRY(std::optional<Entry> earlier, find(each.id));
    if (earlier) {
      if (!is_same(*earlier, each)) return fail({name()}, "ledger-entry", fmt::format("not appended: entry {} has the same id `{}` and says something else", earlier->sequence, escape_terminal(each.id)));
      done.push_back(*std::move(earlier));
      continue;
    }
    Entry entry;
    static_cast<NewEntry&>(entry) = each;
    entry.sequence = head.sequence + 1;
    entry.previous = head.hash;
    entry.content = content_of(entry);
    entry.hash = hash_of(entry.previous, entry.sequence, entry.content);
    SLUICE_CHECK(write(entry));
    head = {entry.sequence, entry.hash};
    done.push_back(std::move(entry));
  }
  return done;
}

Result<std::vector<Entry>> Ledger::append(const std::vector<NewEntry>& entries) {
  for (const NewEntry& entry : entries) {
    SLUICE_CHECK(check_new(name(), entry));
  }
  SLUICE_CHECK(database_->begin_writing());
  Result<std::vector<Entry>> done = append_locked(entries);
  Result<void> committed;
  if (done) committed = database_->commit();
  if (!done || !committed) database_->rollback();
  if (!committed) return std::unexpected(std::move(committed).error());
  return done;
}

Result<void> Ledger::read(const Filter& filter, const std::function<bool(const Entry&)>& call) {
  std::string sql = fmt::format("SELECT {} FROM ledger_entries WHERE sequence >= $1", kColumns);
  std::vector<std::string> values = {std::to_string(filter.from)};
  for (auto [column, value] : {std::pair<const char*, const std::string*>{"release", &filter.release}, {"kind", &filter.kind}}) {
    if (value->empty()) continue;
    values.push_back(*value);
    sql += fmt::format(" AND {} = ${}", column, values.size());
  }
  return database_->visit(sql + " ORDER BY sequence", values, [&](const Row& row) { return call(entry_of(row)); });
}

Result<std::map<std::string, Date, std::less<>>> Ledger::first_seen() {
  std::map<std::string, Date, std::less<>> days;
  Errors errors;
  SLUICE_CHECK(database_->visit("SELECT name, MIN(day) FROM ledger_first_seen GROUP BY name", {}, [&](const Row& row) {
    std::optional<Date> day = parse_day(row[1]);
    if (day) days[row[0]] = *day;
    else errors.add({name()}, "ledger-first-seen", "a first-seen day is no day: `" + escape_terminal(row[1]) + "`");
    return errors.empty();
  }));
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return days;
}

Result<LedgerCheck> Ledger::check(const std::function<void(const Entry&)>& seen) {
  // One state for everything: others may append meanwhile.
  SLUICE_CHECK(database_->begin_reading());
  struct End {
    Database& database;
    ~End() { database.rollback(); }
  } end{*database_};
  ChainCheck chain(1, first_previous(id_));
  std::set<std::pair<std::string, std::string>> days;
  LedgerCheck check;
  SLUICE_CHECK(read({}, [&](const Entry& entry) {
    chain.take(entry);
    if (seen) seen(entry);
    if (entry.kind != "first-seen") return true;
    if (auto named = days_of(entry)) {
      for (const auto& [name, day] : *named) days.emplace(name, day_text(day));
    } else {
      check.problems.push_back(to_string(named.error().list.front()));
    }
    return true;
  }));
  check.entries = chain.count();
  check.head = {chain.last(), chain.hash()};
  check.problems.insert(check.problems.end(), chain.problems().begin(), chain.problems().end());
  SLUICE_CHECK(database_->visit("SELECT name, day FROM ledger_first_seen", {}, [&](const Row& row) {
    if (days.erase({row[0], row[1]}) == 0) check.problems.push_back(fmt::format("first-seen day {} of {}: no entry says so", escape_terminal(row[1]), escape_terminal(row[0])));
    return check.problems.size() < 200;
  }));
  for (const auto& [name, day] : days) {
    if (check.problems.size() >= 200) break;
    check.problems.push_back(fmt::format("first-seen day {} of {}: an entry says so, and it was removed", day, escape_terminal(name)));
  }
  return check;
}

}  // namespace sluice::ledger
