import ldap
import ldap3
from flask import Flask, request
from ldap.filter import escape_filter_chars

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    user = request.form["user"]
    directory = ldap.initialize("ldap://directory.example.com")
    # ruleid: python-ldap-injection
    directory.search_s("ou=people", ldap.SCOPE_SUBTREE, "(uid=" + user + ")")
    # ok: python-ldap-injection
    directory.search_s("ou=people", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(user) + ")")
    other = ldap3.Connection("directory.example.com")
    # ruleid: python-ldap-injection
    other.search("ou=people", f"(uid={user})")
    # ok: python-ldap-injection
    other.search("ou=people", "(uid=admin)")
    return "ok"
