#!/usr/bin/env python3
"""What a scan costs when an earlier one was kept, and whether it says the same.

  rescan.py SLUICE TREE [--edits N] [--jobs N] [--seed N]

Copies TREE, and prints the time of a scan with nothing kept, of one with nothing changed, and of one after a line
of one file changed (best of five each, with the share of the first). With --edits N it then makes N random edits
of the copy, one after the other (lines that go, come twice or move; whole functions; files that go, come back,
are renamed or copied), and after each compares the SARIF of a scan with that of one with --no-cache, byte by byte.
Exits 1 when one differs. Not run in CI: it takes minutes.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

CODE = {".java", ".py", ".js", ".ts", ".go", ".rb", ".php", ".cs", ".html", ".properties"}


class Bench:
    def __init__(self, sluice, tree, jobs, work):
        self.sluice, self.jobs, self.work = os.path.abspath(sluice), jobs, work
        self.tree = work / "tree"
        shutil.copytree(tree, self.tree, symlinks=True, ignore=shutil.ignore_patterns(".git"))
        self.env = dict(os.environ, SLUICE_CACHE=str(work / "cache"))

    def scan(self, name, *options):
        out = self.work / name
        command = [self.sluice, "scan", str(self.tree), "--format", "sarif", "--fail-on", "never", "--reproducible", "--jobs", str(self.jobs), "--output", str(out), *options]
        begin = time.perf_counter()
        done = subprocess.run(command, env=self.env, stderr=subprocess.PIPE)
        seconds = time.perf_counter() - begin
        if done.returncode != 0:
            sys.exit(f"exit {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
        return seconds, out.read_bytes()

    def files(self):
        return sorted(path for path in self.tree.rglob("*") if path.suffix in CODE and path.is_file())


def edit_lines(path, chance):
    lines = path.read_bytes().split(b"\n")
    at = chance.randrange(len(lines))
    way = chance.choice(["drop", "twice", "swap", "blank", "word"])
    if way == "drop":
        del lines[at]
    elif way == "twice":
        lines.insert(at, lines[at])
    elif way == "swap":
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif way == "blank":
        lines.insert(at, b"")
    else:
        words = lines[at].split(b" ")
        words[chance.randrange(len(words))] = chance.choice([b'"x"', b"value", b"null"])
        lines[at] = b" ".join(words)
    path.write_bytes(b"\n".join(lines))
    return f"{way} line {at + 1}"


def edit(bench, chance, gone):
    path = chance.choice(bench.files())
    way = chance.choice(["lines"] * 6 + ["remove", "rename", "copy", "back", "two"])
    if way == "remove":
        gone.append((path, path.read_bytes()))
        path.unlink()
    elif way == "rename":
        path.rename(path.with_name("Renamed" + path.name))
    elif way == "copy":
        path.with_name("A" + path.name).write_bytes(path.read_bytes())
    elif way == "back" and gone:
        path, text = gone.pop()
        path.write_bytes(text)
    elif way == "two":
        edit_lines(chance.choice(bench.files()), chance)
        return f"{path.name}: {edit_lines(path, chance)}, and another file"
    else:
        return f"{path.name}: {edit_lines(path, chance)}"
    return f"{way} {path.name}"


def measure(bench, chance):
    cold = min(bench.scan("cold", "--no-cache")[0] for _ in range(3))
    bench.scan("fill")
    same = min(bench.scan("same")[0] for _ in range(5))
    changed = []
    for _ in range(5):
        path = chance.choice([each for each in bench.files() if each.suffix != ".html"])
        path.write_bytes(path.read_bytes() + b"\n\n")
        changed.append(bench.scan("changed")[0])
    print(f"nothing kept {cold:.3f} s; nothing changed {same:.3f} s ({same / cold:.1%}); one file changed {min(changed):.3f} s ({min(changed) / cold:.1%})")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sluice")
    parser.add_argument("tree")
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    gone, failures = [], 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments.sluice, arguments.tree, arguments.jobs, pathlib.Path(folder))
        measure(bench, chance)
        for number in range(arguments.edits):
            what = edit(bench, chance, gone)
            warm_seconds, warm = bench.scan("warm")
            cold_seconds, cold = bench.scan("cold", "--no-cache")
            is_same = warm == cold
            failures += not is_same
            print(f"{number + 1}: {'same' if is_same else 'DIFFERS'}, {warm_seconds:.2f} s instead of {cold_seconds:.2f} s: {what}", flush=True)
            if not is_same:
                shutil.copytree(folder, f"{folder}-differs-{number + 1}")
    print(f"{arguments.edits - failures} of {arguments.edits} edits gave the same")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
