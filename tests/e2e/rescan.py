#!/usr/bin/env python3
"""A scan that takes over what an earlier one found says what a scan without it says, byte by byte, whatever was
changed in between. A small program of several languages with helpers, a settings file and shared variables is edited
step by step; each step says whether an earlier scan can have helped.

  rescan.py SLUICE
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FILES = {
    "shop/Page.java": """package shop;
import javax.servlet.http.*;
public class Page extends HttpServlet {
  public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String name = request.getParameter("name");
    response.getWriter().println("<b>" + Html.clean(name) + "</b>");
    Runtime.getRuntime().exec("ls " + Names.first(name));
  }
}
""",
    "shop/Other.java": """package shop;
import javax.servlet.http.*;
public class Other extends Base {
  public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    store(request.getParameter("q"));
    run(request.getParameter("q"));
  }
}
""",
    "shop/Base.java": """package shop;
import javax.servlet.http.*;
public class Base extends HttpServlet {
  static String last;
  void store(String text) { last = text; }
  void run(String text) throws Exception { Runtime.getRuntime().exec(text); }
}
""",
    "shop/Reader.java": """package shop;
public class Reader {
  void again() throws Exception { Runtime.getRuntime().exec("echo " + Base.last); }
}
""",
    "shop/Html.java": """package shop;
public class Html {
  static String clean(String text) { return text.trim(); }
}
""",
    "shop/Names.java": """package shop;
public class Names {
  static String first(String text) { return text.split(" ")[0]; }
}
""",
    "shop/Hash.java": """package shop;
import java.security.MessageDigest;
import java.util.Properties;
public class Hash {
  byte[] of(byte[] data) throws Exception {
    Properties settings = new Properties();
    settings.load(getClass().getClassLoader().getResourceAsStream("shop.properties"));
    return MessageDigest.getInstance(settings.getProperty("digest", "SHA-512")).digest(data);
  }
}
""",
    "shop/shop.properties": "digest=MD5\n",
    "web/app.py": """from flask import Flask, request
import os
from web.tools import shell, quoted
app = Flask(__name__)

@app.route("/run")
def run():
    shell(request.args["command"])
    os.system("ls " + quoted(request.args["folder"]))
    return "done"
""",
    "web/tools.py": """import os
import shlex
LAST = None

def shell(command):
    os.system(command)

def quoted(text):
    return shlex.quote(text)
""",
    "web/keys.py": """import subprocess
def run(command):
    subprocess.call(command, shell=True)  # nosluice -- the command is ours
""",
    "js/server.js": """const express = require('express');
const { render } = require('./render');
const app = express();
app.get('/hello', (req, res) => { res.send(render(req.query.name)); });
""",
    "js/render.js": """exports.render = function (name) { return '<b>' + name + '</b>'; };
""",
    "js/page.html": "<html><body><script>document.write(location.hash)</script></body></html>\n",
    "go/main.go": """package main

import (
\t"net/http"
\t"os/exec"
)

func handler(w http.ResponseWriter, r *http.Request) {
\texec.Command("sh", "-c", build(r.FormValue("x"))).Run()
}
""",
    "go/build.go": """package main

func build(text string) string { return "echo " + text }
""",
}

RULES = """rules:
  - id: no-eval
    languages: [python]
    severity: ERROR
    message: $X is run
    pattern: eval($X)
  - id: from-input-to-print
    mode: taint
    languages: [python]
    severity: ERROR
    message: $Y
    pattern-sources: [{pattern: input()}]
    pattern-sinks: [{patterns: [{pattern: print($Y)}, {focus-metavariable: $Y}]}]
    pattern-sanitizers: [{pattern: clean(...)}]
"""

SINK_ONLY = RULES.replace("pattern: input()", "pattern: nothing()")


class Case:
    def __init__(self, sluice, work):
        self.sluice, self.work, self.tree, self.failures = sluice, work, work / "tree", 0
        self.env = dict(os.environ, SLUICE_CACHE=str(work / "cache"))
        for path, text in FILES.items():
            self.write(path, text)
        (work / "rules.yaml").write_text(RULES)

    def write(self, path, text):
        file = self.tree / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def change(self, path, before, after):
        text = (self.tree / path).read_text()
        assert before in text, (path, before)
        self.write(path, text.replace(before, after))

    def scan(self, *options, tree=None, env=None):
        command = [self.sluice, "scan", str(tree or self.tree), "--format", "sarif", "--fail-on", "never", "--reproducible", "--time",
                   "--config", "builtin:owasp-top10", "--config", str(self.work / "rules.yaml"), *options]
        done = subprocess.run(command, env=env or self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit(f"FAILED: exit {done.returncode} of {command}: {done.stderr.decode(errors='replace')}")
        looked_at = re.search(rb"functions looked at (\d+) times", done.stderr)
        return done.stdout, int(looked_at.group(1))

    def check(self, what, less=True, **scan):
        """What the scan says now, twice with what is kept, is what one without says. `less`: the first one looks at fewer functions."""
        truth, all_runs = self.scan("--no-cache", **scan)
        first, first_runs = self.scan(**scan)
        again, again_runs = self.scan(**scan)
        problems = []
        if first != truth:
            problems.append("the first scan differs")
        if again != truth:
            problems.append("the second scan differs")
        if less and first_runs >= all_runs:
            problems.append(f"{first_runs} of {all_runs} looks at functions: nothing was taken over")
        if again_runs != 0:
            problems.append(f"{again_runs} looks at functions though nothing changed")
        self.failures += bool(problems)
        print(("FAILED: " + what + ": " + "; ".join(problems)) if problems else f"ok: {what}: {first_runs} of {all_runs} looks at functions", flush=True)
        return truth

    def entries(self):
        return [path for path in (self.work / "cache").rglob("*") if path.is_file()]


def run(case):
    first = case.check("nothing was kept", less=False)
    assert first.count(b'"ruleId"') >= 6, "the program has things to find"

    case.change("shop/Names.java", "  static", "\n  // a comment\n  static")
    case.check("a helper moves by lines")
    case.change("shop/Html.java", "text.trim()", "org.owasp.encoder.Encode.forHtml(text)")
    cleaned = case.check("a helper cleans")
    assert cleaned != first
    case.change("shop/Html.java", "org.owasp.encoder.Encode.forHtml(text)", "text.trim()")
    case.check("and does not any more")
    case.change("shop/Page.java", "request.getParameter(\"name\")", "\"name\"")
    case.check("a source goes")
    case.change("shop/Page.java", "= \"name\"", "= request.getParameter(\"name\")")
    case.check("and comes back")
    case.change("shop/Base.java", "last = text", "last = null")
    case.check("nothing is left in a shared variable")
    case.change("shop/Base.java", "last = null", "last = text")
    case.check("and something again")
    case.change("shop/Reader.java", "Base.last", "\"x\"")
    case.check("nobody reads it")
    case.change("shop/Base.java", "void run(String text)", "void run(String text, int times)")
    case.check("a method of the class above takes more")
    case.change("shop/Base.java", "void run(String text, int times)", "void run(String text)")
    case.write("shop/deep/Sub.java", "package shop.deep;\npublic class Sub extends shop.Base {\n  void run(String text) {}\n}\n")
    case.check("a class below overrides it")
    (case.tree / "shop/deep/Sub.java").unlink()
    case.check("and is gone")
    case.write("shop/shop.properties", "digest=SHA-512\n")
    case.check("a settings file says something else")
    case.write("web/tools.py", FILES["web/tools.py"].replace("shlex.quote(text)", "text"))
    case.check("a helper of Python does not clean any more")
    case.write("tools.py", "def quoted(text):\n    return 'x'\n")
    case.check("a file comes whose name answers, too")
    (case.tree / "js/render.js").rename(case.tree / "js/draw.js")
    case.check("a file that is required has another name")
    case.change("js/server.js", "./render", "./draw")
    case.check("and is required by that")
    case.change("js/draw.js", "name + ", "encodeURIComponent(name) + ")
    case.check("what it gives is clean")
    case.change("js/page.html", "location.hash", "'x'")
    case.check("the script of a page changes")
    case.change("go/build.go", "\"echo \" + text", "\"echo\"")
    case.check("a function of a package changes")
    case.write("go/more.go", "package main\n\nfunc build2(text string) string { return text }\n")
    case.check("a file that nobody asks for comes")
    case.write("web/keys.py", FILES["web/keys.py"].replace("  # nosluice -- the command is ours", ""))
    case.check("a suppression goes")
    case.change("web/app.py", "quoted(", "str(")
    case.change("go/build.go", "\"echo\"", "text")
    case.check("two files at once")
    case.write("web/shell.py", "def go():\n    print(input())\n    print(clean(input()))\n    eval('1')\n")
    # The first patterns of taint rules that match change what unknown calls are taken to do.
    case.check("patterns of a taint rule match for the first time", less=False)
    (case.work / "rules.yaml").write_text(SINK_ONLY)
    case.check("a rule changes", less=False)
    case.write("web/nothing.py", "def x():\n    return nothing()\n")
    case.check("a rule has a source for the first time", less=False)
    (case.tree / "web/nothing.py").unlink()
    case.check("and none again", less=False)
    case.write("tool/a.rb", "def a\n  system(params[:x])\nend\n")
    case.check("a language comes", less=False)

    for path in case.entries():
        path.write_bytes(path.read_bytes()[:-100] if path.stat().st_size > 1000 else b"")
    case.check("what was kept is cut short", less=False)
    for path in case.entries():
        damaged = bytearray(path.read_bytes())
        for at in range(100, len(damaged), 97):
            damaged[at] ^= 1
        path.write_bytes(damaged)
    case.check("what was kept is damaged", less=False)

    elsewhere = case.work / "elsewhere" / "checkout"
    shutil.copytree(case.tree, elsewhere)
    case.check("another checkout", tree=elsewhere)

    nobody = dict(case.env, SLUICE_CACHE="off")
    assert case.scan(env=nobody)[0] == case.scan()[0], "without a cache"
    both = [subprocess.Popen([case.sluice, "scan", str(case.tree), "--format", "sarif", "--fail-on", "never", "--reproducible", "--output", str(case.work / f"{i}.sarif")], env=case.env) for i in range(4)]
    assert all(each.wait() == 0 for each in both)
    assert len({(case.work / f"{i}.sarif").read_bytes() for i in range(4)}) == 1, "scans at the same time"
    print("ok: scans at the same time")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        case = Case(os.path.abspath(sys.argv[1]), pathlib.Path(folder))
        run(case)
    print(f"{case.failures} checks failed" if case.failures else "all checks passed")
    sys.exit(1 if case.failures else 0)


if __name__ == "__main__":
    main()
