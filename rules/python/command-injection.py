import asyncio
import os
import subprocess
import sys

from flask import Flask, request

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


def main():
    # ruleid: python-command-injection-indirect
    os.system("convert " + sys.argv[1])
    # ruleid: python-command-injection-indirect
    os.system("convert " + os.getenv("PHOTO"))
    # ok: python-command-injection-indirect
    os.system("convert in.png")
