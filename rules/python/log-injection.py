import logging

from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/search")
def search():
    term = request.args["q"]
    # ruleid: python-log-injection
    log.info("search for " + term)
    # ruleid: python-log-injection
    logging.warning("nothing found for %s", term)
    # ok: python-log-injection
    log.info("search for " + term.replace("\n", " ").replace("\r", " "))
    # ok: python-log-injection
    log.info("search for %d letters", len(term))
    return "ok"
