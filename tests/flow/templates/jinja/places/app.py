from flask import Flask, render_template, request

app = Flask(__name__)


@app.route("/links")
def links():
    return render_template("links.html", url=request.args["url"])
