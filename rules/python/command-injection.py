import ast
import os
import shlex
import subprocess
import sys
from subprocess import check_output

from flask import request


def archive(folder):
    # ruleid: python-subprocess-shell
    subprocess.run(f"tar czf backup.tgz {folder}", shell=True, check=True)
    # ruleid: python-subprocess-shell
    check_output("du -sh " + folder, shell=True)
    # ok: python-subprocess-shell
    subprocess.run(["tar", "czf", "backup.tgz", folder], check=True)
    # ok: python-subprocess-shell
    subprocess.run("ls -l | wc -l", shell=True)
    # ok: python-subprocess-shell
    subprocess.run(f"du -sh {shlex.quote(folder)}", shell=True)


def ping(host):
    # ruleid: python-os-command
    os.system("ping -c 1 " + host)
    # ruleid: python-os-command
    return os.popen("traceroute %s" % host).read()


def clear():
    # ok: python-os-command
    os.system("clear")
    # ok: python-os-command
    os.system("rm -rf /tmp/build-" + shlex.quote(os.environ["BUILD"]))


def compute():
    # ruleid: python-code-injection
    total = eval(request.args["formula"])
    # ruleid: python-code-injection
    exec("result = " + sys.argv[1])
    # ok: python-code-injection
    limits = ast.literal_eval(request.args["limits"])
    # ok: python-code-injection
    answer = eval("6 * 7")
    return total, limits, answer
