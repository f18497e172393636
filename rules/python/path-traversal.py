import os

from flask import Flask, request, send_file
from werkzeug.utils import secure_filename

app = Flask(__name__)
FOLDER = "/srv/invoices"


@app.route("/invoice")
def invoice():
    name = request.args["name"]
    # ruleid: python-path-traversal-request
    with open(os.path.join(FOLDER, name)) as file:
        return {"text": file.read()}


@app.route("/invoice-file")
def invoice_file():
    # ruleid: python-path-traversal-request
    return send_file(FOLDER + "/" + request.args["name"])


@app.route("/invoice-safe")
def invoice_safe():
    # ok: python-path-traversal-request
    return send_file(os.path.join(FOLDER, secure_filename(request.args["name"])))


@app.route("/invoice-number")
def invoice_number():
    # ok: python-path-traversal-request
    return send_file(f"{FOLDER}/{int(request.args['number'])}.pdf")
