"""The command line of the shelf's tools: what an operator types reaches `ingest` and `report`."""
import argparse

import ingest
import report


def main() -> int:
    parser = argparse.ArgumentParser(prog="shelf")
    parser.add_argument("command", choices=["probe", "usage"])
    parser.add_argument("name")
    arguments = parser.parse_args()
    if arguments.command == "probe":
        print(ingest.probe(arguments.name), ingest.probe_without_shell(arguments.name))
        return 0
    rows = report.usage_of("shelf.db", arguments.name) + report.usage_of_customer("shelf.db", arguments.name)
    report.send_checked(rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
