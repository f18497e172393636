import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.route("/price")
def price():
    article = request.args["article"]
    catalog = lxml.etree.parse("catalog.xml")
    # ruleid: python-xpath-injection
    catalog.xpath("//article[@name='" + article + "']/price")
    # ok: python-xpath-injection
    catalog.xpath("//article[@name=$name]/price", name=article)
    return "ok"
