from django.http import HttpResponseRedirect
from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.route("/login")
def login():
    # ruleid: python-open-redirect
    return redirect(request.args["next"])


@app.route("/logout")
def logout():
    # ok: python-open-redirect
    return redirect(url_for("login"))


from django.views import View


class Next(View):
    def get(self, request):
        # ruleid: python-open-redirect
        return HttpResponseRedirect(request.GET["next"])

    def post(self, request):
        # ok: python-open-redirect
        return HttpResponseRedirect("/")
