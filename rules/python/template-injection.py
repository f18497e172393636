from flask import Flask, render_template_string, request
from jinja2 import Environment

app = Flask(__name__)


@app.route("/greeting")
def greeting():
    name = request.args["name"]
    # ruleid: python-template-injection
    return render_template_string("<p>Hello " + name + "</p>")


@app.route("/greeting-safe")
def greeting_safe():
    # ok: python-template-injection
    return render_template_string("<p>Hello {{ name }}</p>", name=request.args["name"])


@app.route("/preview", methods=["POST"])
def preview():
    environment = Environment(autoescape=True)
    # ruleid: python-template-injection
    return environment.from_string(request.form["text"]).render()
