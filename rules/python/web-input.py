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
    # ruleid: python-path-traversal-request
    path = os.path.join("/srv/invoices", request.args.get("name"))
    # ruleid: python-path-traversal-request
    text = open("/srv/notes/" + request.args["note"]).read()
    # ruleid: python-path-traversal-request
    download = send_file(request.values.get("file"))
    # ok: python-path-traversal-request
    safe = os.path.join("/srv/invoices", secure_filename(request.args.get("name")))
    # ok: python-path-traversal-request
    better = send_from_directory("/srv/invoices", request.args["name"])
    return path, text, download, safe, better


def upload():
    file = request.files["file"]
    # ruleid: python-upload-file-name
    file.save(os.path.join("/srv/uploads", file.filename))
    # ruleid: python-upload-file-name
    file.save("/srv/uploads/" + file.filename)
    # ok: python-upload-file-name
    file.save(os.path.join("/srv/uploads", secure_filename(file.filename)))
    # ok: python-upload-file-name
    file.save("/srv/uploads/latest.bin")


def after_login():
    # ruleid: python-open-redirect
    return redirect(request.args.get("next"))


def after_logout():
    target = request.args.get("next", "/")
    # ruleid: python-open-redirect
    return redirect(target)


def after_order():
    target = request.args.get("next", "/")
    if target not in ("/", "/cart"):
        target = "/"
    # ok: python-open-redirect
    return redirect(target)


def home():
    # ok: python-open-redirect
    return redirect("/home")


def preview():
    # ruleid: python-ssrf-request-url
    first = requests.get(request.args["url"], timeout=5)
    # ruleid: python-ssrf-request-url
    second = urllib.request.urlopen(request.form.get("callback"))
    # ok: python-ssrf-request-url
    third = requests.get(FEEDS[request.args["feed"]], timeout=5)
    # ok: python-ssrf-request-url
    fourth = requests.get("https://news.example/feed", timeout=5)
    return first, second, third, fourth


def person(connection, name):
    # ruleid: python-ldap-injection
    first = connection.search_s("ou=people", ldap.SCOPE_SUBTREE, f"(uid={name})")
    # ruleid: python-ldap-injection
    second = connection.search("ou=people", "(&(objectClass=person)(mail=%s))" % name)
    # ok: python-ldap-injection
    third = connection.search_s("ou=people", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(name) + ")")
    # ok: python-ldap-injection
    fourth = connection.search("articles", "title:" + name)
    return first, second, third, fourth


def audit(password, user):
    # ruleid: python-log-injection
    logger.info(f"login of {request.form['user']}")
    # ruleid: python-log-injection
    logging.warning("refused coupon " + request.args.get("coupon"))
    # ok: python-log-injection
    logger.info("login of %r", request.form["user"])
    # ok: python-log-injection
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
