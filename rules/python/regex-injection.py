import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/filter")
def filter_articles():
    # ruleid: python-regex-injection
    re.search(request.args["pattern"], "articles")
    # ok: python-regex-injection
    re.search(re.escape(request.args["text"]), "articles")
    return "ok"


def slow(text):
    # ruleid: python-slow-regex
    re.match(r"^(a+)+$", text)
    # ok: python-slow-regex
    re.match(r"^[a-z]+$", text)
