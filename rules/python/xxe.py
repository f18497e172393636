import xml.sax
import xml.sax.handler
from io import StringIO

import defusedxml.ElementTree
import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.route("/order", methods=["POST"])
def order():
    parser = lxml.etree.XMLParser(resolve_entities=True)
    # ruleid: python-xxe
    lxml.etree.fromstring(request.data, parser)
    strict = lxml.etree.XMLParser(resolve_entities=False)
    # ok: python-xxe
    lxml.etree.fromstring(request.data, strict)
    # ok: python-xxe
    lxml.etree.fromstring("<order/>", parser)
    # ok: python-xxe
    defusedxml.ElementTree.fromstring(request.data)
    return "ok"


@app.route("/feed", methods=["POST"])
def feed():
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: python-xxe
    reader.parse(StringIO(request.form["feed"]))
    return "ok"


@app.route("/feed-safe", methods=["POST"])
def feed_safe():
    reader = xml.sax.make_parser()
    # ok: python-xxe
    reader.parse(StringIO(request.form["feed"]))
    return "ok"
