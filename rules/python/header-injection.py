import smtplib

from django.http import HttpResponse
from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/language")
def language():
    chosen = request.args["language"]
    response = make_response("ok")
    # ruleid: python-header-injection
    response.headers["Content-Language"] = chosen
    # ok: python-header-injection
    response.headers["Content-Language"] = "en"
    return response


def invite(request):
    server = smtplib.SMTP("mail.example.com")
    # ok: python-mail-header-injection
    server.sendmail("shop@example.com", "team@example.com", "Subject: news")
    return HttpResponse("ok")


@app.route("/mail", methods=["POST"])
def mail():
    server = smtplib.SMTP("mail.example.com")
    # ruleid: python-mail-header-injection
    server.sendmail("shop@example.com", request.form["to"], "Subject: news")
    return "ok"
