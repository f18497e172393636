from flask import Flask, render_template, request

app = Flask(__name__)


@app.route("/list")
def show():
    rows = [{"text": request.args["text"], "size": 1}]
    return render_template("list/all.html", rows=rows)
