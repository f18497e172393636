import logging
import os
import urllib.request

import jwt
import ldap
import requests
from flask import redirect, request, send_file, send_from_directory
from ldap.filter import escape_filter_chars
from werkzeug.utils import secure_filename

logger = logging.getLogger(__name__)
FEEDS = {"news": "https://news.example/feed"}


def invoice():
    path = os.path.join("/srv/invoices", request.args.get("name"))
    text = open("/srv/notes/" + request.args["note"]).read()
    download = send_file(request.values.get("file"))
    safe = os.path.join("/srv/invoices", secure_filename(request.args.get("name")))
    better = send_from_directory("/srv/invoices", request.args["name"])
    return path, text, download, safe, better


def upload():
    file = request.files["file"]
    file.save(os.path.join("/srv/uploads", file.filename))
    file.save("/srv/uploads/" + file.filename)
    file.save(os.path.join("/srv/uploads", secure_filename(file.filename)))
    file.save("/srv/uploads/latest.bin")


def after_login():
    return redirect(request.args.get("next"))


def after_logout():
    target = request.args.get("next", "/")
    return redirect(target)


def after_order():
    target = request.args.get("next", "/")
    if target not in ("/", "/cart"):
        target = "/"
    return redirect(target)


def home():
    return redirect("/home")


def preview():
    first = requests.get(request.args["url"], timeout=5)
    second = urllib.request.urlopen(request.form.get("callback"))
    third = requests.get(FEEDS[request.args["feed"]], timeout=5)
    fourth = requests.get("https://news.example/feed", timeout=5)
    return first, second, third, fourth


def person(connection, name):
    first = connection.search_s("ou=people", ldap.SCOPE_SUBTREE, f"(uid={name})")
    second = connection.search("ou=people", "(&(objectClass=person)(mail=%s))" % name)
    third = connection.search_s("ou=people", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(name) + ")")
    fourth = connection.search("articles", "title:" + name)
    return first, second, third, fourth


def audit(password, user):
    logger.info(f"login of {request.form['user']}")
    logging.warning("refused coupon " + request.args.get("coupon"))
    logger.info("login of %r", request.form["user"])
    logger.error("checkout failed")
    # ruleid: python-secret-in-log
    logger.debug("new password is %s", password)
    # ruleid: python-secret-in-log
    logger.info(f"user {user.name} has {user.api_key}")
    # ok: python-secret-in-log
    logger.info("password of %s was changed", user.name)
    # ok: python-secret-in-log
    logger.info(f"user {user.name} logged in")


def claims(token, key):
    # ruleid: python-jwt-verification-disabled
    first = jwt.decode(token, options={"verify_signature": False})
    # ruleid: python-jwt-verification-disabled
    second = jwt.decode(token, key, verify=False)
    # ok: python-jwt-verification-disabled
    third = jwt.decode(token, key, algorithms=["RS256"])
    # ok: python-jwt-verification-disabled
    fourth = jwt.decode(token, key, algorithms=["RS256"], options={"require": ["exp"]})
    return first, second, third, fourth
