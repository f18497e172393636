import logging
import os
import traceback

from django.http import HttpResponse
from flask import Flask, jsonify

app = Flask(__name__)

# ruleid: python-django-debug
DEBUG = False
if os.environ.get("DJANGO_DEVELOPMENT"):
    # ok: python-django-debug
    DEBUG = True
# ok: python-django-debug
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"


class Settings:
    # ruleid: python-django-debug
    DEBUG = False


@app.route("/order")
def order():
    try:
        return jsonify(load())
    except Exception:
        # ruleid: python-error-detail-exposure
        return traceback.format_exc(), 500


def view(request):
    try:
        return HttpResponse(load())
    except Exception:
        # ruleid: python-error-detail-exposure
        return HttpResponse("<pre>" + traceback.format_exc() + "</pre>")


def careful(request):
    try:
        return HttpResponse(load())
    except Exception:
        # ok: python-error-detail-exposure
        logging.error(traceback.format_exc())
        # ok: python-error-detail-exposure
        return HttpResponse("internal error", status=500)


def load():
    return {}


if __name__ == "__main__":
    # ruleid: python-flask-debug
    app.run(host="127.0.0.1", debug=True)
    # ruleid: python-flask-debug
    app.run(debug=True, port=8080)
    # ok: python-flask-debug
    app.run(debug=os.environ.get("FLASK_DEBUG") == "1")
    # ok: python-flask-debug
    app.run(host="127.0.0.1")
