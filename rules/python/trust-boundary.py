from flask import Flask, request, session

app = Flask(__name__)


@app.route("/region", methods=["POST"])
def region():
    # ruleid: python-trust-boundary-violation
    session["region"] = request.form["region"]
    # ok: python-trust-boundary-violation
    session["page"] = int(request.form["page"])
    return "ok"
