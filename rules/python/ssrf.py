import urllib.request

import requests
from fastapi import FastAPI
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()


@app.route("/preview")
def preview():
    # ruleid: python-ssrf-request-url
    requests.get(request.args["address"], timeout=5)
    # ok: python-ssrf-request-url
    requests.get("https://api.example.com/preview", params={"q": request.args["q"]}, timeout=5)
    return "ok"


@api.get("/fetch")
def fetch(address: str):
    # ruleid: python-ssrf-request-url
    urllib.request.urlopen("http://" + address)
    # ok: python-ssrf-request-url
    urllib.request.urlopen("https://api.example.com/")
    return {}
