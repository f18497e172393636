import ctypes
import importlib

from flask import Flask, request

app = Flask(__name__)
EXPORTERS = {"csv": "shop.csv_exporter", "pdf": "shop.pdf_exporter"}


@app.route("/export")
def export():
    # ruleid: python-unsafe-reflection
    importlib.import_module(request.args["module"])
    # ok: python-unsafe-reflection
    importlib.import_module(EXPORTERS["csv"])
    # ruleid: python-library-from-request
    ctypes.CDLL(request.args["codec"])
    # ok: python-library-from-request
    ctypes.CDLL("libcodec.so")
    return "ok"
