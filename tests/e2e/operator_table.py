#!/usr/bin/env python3
"""Every operator of the rule language has a rule of ours, with marked code, in every language that Sluice reads.
Usage: operator_table.py SLUICE

tests/rules/operators/<language>.yaml has the rules; that they hold is what `sluice rules test` checks (language_rules.sh).
Keys are seen in the rules' text. What no key tells (the forms of patterns) a rule says in `metadata.covers`. What a
language does not have stands with its reason in tests/rules/operators/exceptions.txt.
"""
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "rules/operators"
KEYS = ["pattern", "patterns", "pattern-either", "pattern-not", "pattern-inside", "pattern-not-inside", "pattern-regex",
        "pattern-not-regex", "metavariable-regex", "metavariable-pattern", "metavariable-comparison", "metavariable-type",
        "metavariable-analysis", "focus-metavariable", "fix", "fix-regex", "match", "all", "any", "not", "inside", "anywhere",
        "where", "as"]
# Of a form: what the text of a rule that covers it must have.
FORMS = {"ellipsis-arguments": r"\.\.\.", "ellipsis-parameters": r"\.\.\.", "ellipsis-statements": r"\.\.\.",
         "ellipsis-class": r"^ +\.\.\.$", "ellipsis-literal": r"[\[({<].*\.\.\.", "ellipsis-chain": r"(\.|->) \.\.\. ?(\.|->)",
         "deep": r"<\.\.\. .* \.\.\.>", "typed": r"\(.*\$[A-Z]+.*\)"}


def languages(program):
    """The ids of those that have a tree."""
    table = subprocess.run([program, "languages"], capture_output=True, text=True, check=True).stdout.split("\n\n")[0]
    return re.findall(r"^(\S+) +\S.* (?:full|basic) ", table, re.M)


def exceptions():
    """The pairs of language and operator that there is a reason for."""
    found = {}
    for number, line in enumerate((FOLDER / "exceptions.txt").read_text().splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        names, operators, reason = (part.strip() for part in line.split(":", 2))
        for language in names.split(", "):
            for operator in operators.split(", "):
                found[language, operator] = number if reason else None
    return found


def operators_of(rule):
    """What a rule's text has of the table."""
    found = {key for key in KEYS if re.search(rf"(?:^|[ {{\[-]){key}:(?: |$)", rule, re.M)}
    covers = re.search(r"covers: \[(.*?)\]", rule)
    for form in covers.group(1).split(", ") if covers else []:
        if form not in FORMS or not re.search(FORMS[form], rule, re.M):
            raise ValueError(f"no pattern of it has `{form}`")
        found.add(form)
    return found


def mistakes_of(language, excepted):
    """What the rules of a language lack, or have though it is excepted."""
    path = FOLDER / f"{language}.yaml"
    if not path.exists():
        yield f"{path.name} is missing"
        return
    code = "\n".join(target.read_text() for target in FOLDER.glob(f"{language}.*") if target != path and ".fixed." not in target.name)
    found = set()
    for rule in re.split(r"^  - (?=id: )", path.read_text(), flags=re.M)[1:]:
        name = re.match(r"id: (\S+)", rule).group(1)
        for mark in ("ruleid", "ok"):
            if not re.search(rf"\b{mark}: (?:[\w, -]+, )?{re.escape(name)}(?:[, ]|$)", code, re.M):
                yield f"{name} has no line marked `{mark}`"
        try:
            found |= operators_of(rule)
        except ValueError as error:
            yield f"{name}: {error}"
    for operator in [*KEYS, *FORMS]:
        if operator not in found and (language, operator) not in excepted:
            yield f"{path.name} has no rule with `{operator}`"
        if operator in found and (language, operator) in excepted:
            yield f"{path.name} has a rule with `{operator}`: exceptions.txt:{excepted[language, operator]} is not true"


def main():
    known, excepted = languages(sys.argv[1]), exceptions()
    mistakes = [mistake for language in known for mistake in mistakes_of(language, excepted)]
    for (language, operator), line in excepted.items():
        if language not in known or operator not in [*KEYS, *FORMS]:
            mistakes.append(f"exceptions.txt: `{language}`, `{operator}`: there is no such thing")
        if line is None:
            mistakes.append(f"exceptions.txt: `{language}`, `{operator}`: the reason is missing")
    if len(known) < 30:
        mistakes.append(f"`sluice languages` lists only {len(known)} languages")
    print("\n".join(mistakes) or f"{len(known)} languages with {len(KEYS) + len(FORMS)} operators each, {len(excepted)} exceptions")
    return 1 if mistakes else 0


sys.exit(main())
