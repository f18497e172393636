import jinja2
from flask import Flask, request

app = Flask(__name__)
plain = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"))
careful = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"), autoescape=True)


@app.route("/plain")
def show_plain():
    return plain.get_template("plain.html").render(name=request.args["name"])


@app.route("/careful")
def show_careful():
    return careful.get_template("careful.html").render(name=request.args["name"])
