// A log with every feature the builder has: flow, fix, suppressions, taxonomies,
// notifications, a file-level result, columns after an emoji.
#pragma once
#include <string>

#include "sarif/builder.h"

namespace sluice::sarif::test {

inline const std::string kQuerySource =
    "int lookup(db *d, const char *name) {\n"
    "  char q[256]; /* \xF0\x9F\x94\x92 */ snprintf(q, sizeof q, \"SELECT '%s'\", name);\n"
    "  return db_exec(d, q);\n"
    "}\n"
    "int main(int argc, char **argv) { return lookup(db_open(\"u.db\"), argv[1]); }\n";

RunBuilder sample_builder();
Log sample_log();

}  // namespace sluice::sarif::test
