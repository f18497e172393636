// Zipped reports: read as one, and never more than their bounds.
#include <fmt/format.h>
#include <zlib.h>

#include <catch2/catch.hpp>

#include "gate/importer.h"
#include "gate/report_archive.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

void put(std::string& out, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i));
}

std::string deflated(const std::string& text) {
  std::string out(text.size() + 1000, '\0');
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

struct Member {
  std::string name, content;
  std::uint32_t method = 8, flags = 0;
  std::optional<std::uint32_t> claimed_size = {}, claimed_checksum = {};
};

std::string zip_of(const std::vector<Member>& members) {
  std::string out, directory;
  for (const Member& member : members) {
    std::string packed = member.method == 8 ? deflated(member.content) : member.content;
    std::string fields;
    put(fields, 20, 2), put(fields, member.flags, 2), put(fields, member.method, 2), put(fields, 0, 4);
    auto sum = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(member.content.data()), static_cast<uInt>(member.content.size())));
    put(fields, member.claimed_checksum.value_or(sum), 4);
    put(fields, static_cast<std::uint32_t>(packed.size()), 4), put(fields, member.claimed_size.value_or(static_cast<std::uint32_t>(member.content.size())), 4);
    put(fields, static_cast<std::uint32_t>(member.name.size()), 2), put(fields, 0, 2);
    std::uint32_t local = static_cast<std::uint32_t>(out.size());
    put(directory, 0x02014b50, 4), put(directory, 20, 2);
    directory += fields;
    put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 4), put(directory, local, 4);
    directory += member.name;
    put(out, 0x04034b50, 4);
    out += fields + member.name + packed;
  }
  std::uint32_t begin = static_cast<std::uint32_t>(out.size());
  out += directory;
  put(out, 0x06054b50, 4), put(out, 0, 2), put(out, 0, 2), put(out, static_cast<std::uint32_t>(members.size()), 2), put(out, static_cast<std::uint32_t>(members.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4), put(out, begin, 4), put(out, 0, 2);
  return out;
}

std::string defender_rows(const std::string& cve) {
  return R"({"@odata.context":"https://api.securitycenter.example/api/$metadata#Vulnerabilities","value":[{"cveId":")" + cve +
         R"(","machineId":"m1","productName":"openssl","productVersion":"1","severity":"High"}]})";
}
const std::string kMachines =
    R"({"@odata.context":"https://api.securitycenter.example/api/$metadata#Machines","value":[{"id":"m1","computerDnsName":"WEB.example","lastIpAddress":"10.0.0.5"}]})";

std::string refusal(const std::string& bytes) {
  auto report = import_report("auto", "x.zip", bytes);
  return report ? fmt::format("imported {}", report->items) : report.error().list.front().message;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the files of one export are one report", "[gate][import]") {
  std::string zip = zip_of({{"machines/", "", 0}, {"machines/machines.json", kMachines}, {"v/1.json", defender_rows("CVE-2026-1")},
                            {"v/2.json", defender_rows("CVE-2026-2"), 0}, {"v/3.json", defender_rows("CVE-2026-1")}});
  for (Keep keep : {Keep::All, Keep::ForDecision}) {
    auto report = import_report("auto", "x.zip", zip, keep);
    REQUIRE(report);
    CHECK(report->format == "defender");
    CHECK(report->items == 3);
    CHECK(report->found() == 2);
    CHECK(report->merged == 1);
    Vulnerability first = keep == Keep::All ? report->vulnerabilities[0] : report->compact.at(0);
    CHECK(first.asset.host == "web.example");
    CHECK(first.asset.ip == "10.0.0.5");
  }
}

TEST_CASE("archives that lie, hide or grow are refused", "[gate][import]") {
  std::string rows = defender_rows("CVE-2026-1"), whole = zip_of({{"a.json", rows}});
  CHECK(has(refusal(whole.substr(0, whole.size() - 5)), "truncated"));
  CHECK(has(refusal(zip_of({})), "no files"));
  CHECK(has(refusal(zip_of({{"machines.json", kMachines}})), "no report of vulnerabilities"));
  CHECK(has(refusal(zip_of({{"a.json", rows, 8, 1}})), "encrypted"));
  CHECK(has(refusal(zip_of({{"a.json", rows, 14}})), "method 14"));
  CHECK(has(refusal(zip_of({{"a.json", rows, 8, 0, 10}})), "damaged"));
  CHECK(has(refusal(zip_of({{"a.json", rows, 8, 0, {}, 7}})), "damaged"));
  CHECK(has(refusal(zip_of({{"a.json", std::string(20'000'000, ' ')}})), "times its size"));
  CHECK(has(refusal(zip_of({{"a.json", rows, 8, 0, 2'000'000'000}})), "more than 1 GiB"));
  CHECK(has(refusal(zip_of({{"a.json", rows}, {"b.json", "<html>login</html>"}})), "not a report"));
  CHECK(has(refusal(zip_of({{"a.zip", whole, 0}})), "not a report"));
  std::string moved = whole;
  moved[whole.size() - 22 + 16] = '\x7F';  // where the directory begins
  CHECK(has(refusal(moved), "directory is broken"));
}

TEST_CASE("a member's name is shown and never a path", "[gate][import]") {
  auto wrong = import_report("auto", "x.zip", zip_of({{"../../etc/\x1B[31mpasswd", "{}"}}));
  REQUIRE_FALSE(wrong);
  CHECK(has(wrong.error().list.front().place.file, "x.zip!"));
}
