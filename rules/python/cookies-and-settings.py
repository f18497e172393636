import os
import smtplib

import jwt
import psycopg2
import requests
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, make_response
from flask_cors import CORS

app = Flask(__name__)
api = FastAPI()

# ruleid: python-cookie-secure-disabled
SESSION_COOKIE_SECURE = False
# ruleid: python-cookie-httponly-disabled
SESSION_COOKIE_HTTPONLY = False
# ok: python-cookie-secure-disabled
CSRF_COOKIE_SECURE = True
# ruleid: python-cors-any-origin
CORS_ALLOW_ALL_ORIGINS = True
# ok: python-cors-any-origin
CORS_ALLOWED_ORIGINS = ["https://shop.example"]
# ruleid: python-hardcoded-secret-key
SECRET_KEY = "k3zd8#q1-not-so-secret"
# ok: python-hardcoded-secret-key
SECRET_KEY = os.environ["SECRET_KEY"]

# ruleid: python-hardcoded-secret-key
app.secret_key = "dev-signing-key"
# ok: python-hardcoded-secret-key
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
# ruleid: python-csrf-disabled
app.config["WTF_CSRF_ENABLED"] = False
# ok: python-csrf-disabled
app.config["WTF_CSRF_TIME_LIMIT"] = 3600
# ruleid: python-cors-any-origin
CORS(app, supports_credentials=True)
# ok: python-cors-any-origin
CORS(app, origins=["https://shop.example"], supports_credentials=True)
# ruleid: python-cors-any-origin
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)


def remember(token):
    response = make_response("ok")
    # ruleid: python-cookie-secure-disabled
    response.set_cookie("remember", token, secure=False)
    # ruleid: python-cookie-httponly-disabled
    response.set_cookie("remember", token, secure=True, httponly=False)
    # ruleid: python-cookie-secure-disabled
    response.set_cookie("remember", token, max_age=3600)
    # ok: python-cookie-secure-disabled
    response.set_cookie("remember", "", max_age=0)
    # ok: python-cookie-secure-disabled
    response.set_cookie("remember", token, secure=True, httponly=True)
    # ok: python-cookie-httponly-disabled
    response.set_cookie("remember", token, httponly=True, secure=True)
    # ok: python-cookie-httponly-disabled
    response.delete_cookie("remember")
    return response


# ruleid: python-csrf-disabled
@csrf_exempt
def transfer(request):
    return None


# ok: python-csrf-disabled
@csrf_protect
def order(request):
    return None


def connect(payload, user):
    # ruleid: python-hardcoded-password
    first = psycopg2.connect(host="db", user="shop", password="Winter2024!")
    # ruleid: python-hardcoded-password
    second = requests.get("https://api.example/orders", auth=("shop", "let-me-in"), timeout=5)
    # ok: python-hardcoded-password
    third = psycopg2.connect(host="db", user="shop", password=os.environ["DB_PASSWORD"])
    smtp_server = smtplib.SMTP("mail.example")
    # ok: python-hardcoded-password
    smtp_server.login(user, os.environ["SMTP_PASSWORD"])
    # ruleid: python-hardcoded-password
    smtp_server.login("shop", "let-me-in")
    # ruleid: python-hardcoded-secret-key
    token = jwt.encode(payload, "shop-signing-key", algorithm="HS256")
    return first, second, third, token
