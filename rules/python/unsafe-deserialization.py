import json
import pickle

import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/cart", methods=["POST"])
def cart():
    # ruleid: python-unsafe-deserialization
    items = pickle.loads(request.get_data())
    # ok: python-unsafe-deserialization
    more = json.loads(request.get_data())
    # ruleid: python-unsafe-deserialization
    settings = yaml.load(request.get_data(), Loader=yaml.UnsafeLoader)
    # ok: python-unsafe-deserialization
    others = yaml.safe_load(request.get_data())
    return "ok"


def restore(path):
    with open(path, "rb") as file:
        # ruleid: python-unsafe-deserialization-indirect
        items = pickle.load(file)
    with open(path) as file:
        # ok: python-unsafe-deserialization-indirect
        return json.load(file)
