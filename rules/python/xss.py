import html

from django.http import HttpResponse
from flask import Flask, make_response, render_template, request
from markupsafe import escape

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name", "")
    # ruleid: python-xss-response
    return "<p>Hello " + name + "</p>"


@app.route("/hello-made")
def hello_made():
    # ruleid: python-xss-response
    return make_response(f"<p>Hello {request.args['name']}</p>")


@app.route("/hello-safe")
def hello_safe():
    # ok: python-xss-response
    return "<p>Hello " + str(escape(request.args["name"])) + "</p>"


@app.route("/hello-page")
def hello_page():
    # ok: python-xss-response
    return render_template("hello.html", name=request.args["name"])


from django.views import View


class Greeting(View):
    def get(self, request):
        # ruleid: python-xss-response
        return HttpResponse("<p>" + request.GET["name"] + "</p>")

    def post(self, request):
        # ok: python-xss-response
        return HttpResponse("<p>" + html.escape(request.POST["name"]) + "</p>")
