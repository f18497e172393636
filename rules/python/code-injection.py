import os

from flask import Flask, request

app = Flask(__name__)


@app.route("/total")
def total():
    formula = request.args.get("formula", "1")
    # ruleid: python-code-injection
    result = eval(formula)
    # ruleid: python-code-injection
    exec("x = " + request.headers["X-Formula"])
    # ok: python-code-injection
    other = eval("1 + 2")
    return str(int(formula))


def configured():
    # ruleid: python-code-injection-indirect
    exec(os.environ["SHOP_HOOK"])
    # ruleid: python-code-injection-indirect
    exec(os.getenv("SHOP_HOOK"))
    # ok: python-code-injection-indirect
    exec("print(1)")
