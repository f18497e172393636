import asyncio
import os
import subprocess
import sys

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/thumbnail")
def thumbnail():
    name = request.args["name"]
    # ruleid: python-command-injection
    os.system("convert " + name + " out.png")
    # ruleid: python-command-injection
    subprocess.run(f"convert {name} out.png", shell=True)
    # ok: python-command-injection
    subprocess.run(["convert", "in.png", "out.png"])
    formats = {"png": "out.png", "jpg": "out.jpg"}
    # ok: python-command-injection
    os.system("convert in.png " + formats["png"])
    return "ok"


@app.route("/resize")
def resize():
    width = int(request.args["width"])
    # ok: python-command-injection
    os.system("convert in.png -resize %d out.png" % width)
    return "ok"


@app.route("/describe")
async def describe():
    # ok: python-command-injection
    await asyncio.create_subprocess_exec("identify", request.args["name"])
    # ok: python-command-injection
    await asyncio.create_subprocess_exec("identify", "in.png")
    return "ok"



def is_known(name):
    return name in ("photo", "drawing") and not name.startswith("-")


def check_known(name):
    if name not in ("photo", "drawing"):
        raise ValueError("not known")


@app.route("/known")
def known():
    name = request.args["name"]
    if not is_known(name):
        # ruleid: python-command-injection
        os.system("echo " + name)
        abort(404)
    # ok: python-command-injection
    os.system("convert " + name)
    return "ok"


@app.route("/checked")
def checked():
    name = request.args["name"]
    check_known(name)
    # ok: python-command-injection
    os.system("convert " + name)
    return "ok"


def main():
    # ruleid: python-command-injection-indirect
    os.system("convert " + sys.argv[1])
    # ruleid: python-command-injection-indirect
    os.system("convert " + os.getenv("PHOTO"))
    # ok: python-command-injection-indirect
    os.system("convert in.png")
