import sqlite3
import sys

import psycopg2
from django.db import connection
from django.http import JsonResponse
from flask import Flask, request

app = Flask(__name__)
TABLE = "orders"


@app.route("/orders")
def orders():
    customer = request.args.get("customer", "")
    cursor = sqlite3.connect("shop.db").cursor()
    # ruleid: python-sql-injection
    cursor.execute("SELECT * FROM orders WHERE customer = '" + customer + "'")
    # ruleid: python-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE customer = '{customer}'")
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM " + TABLE + " WHERE customer = ?", (customer,))
    number = int(request.args.get("number", "0"))
    # ok: python-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE id = {number}")
    return "ok"


def named(request):
    names = {"column": "total", "note": request.GET["note"]}
    with connection.cursor() as cursor:
        # ok: python-sql-injection
        cursor.execute("SELECT %s FROM orders" % names["column"])
    return JsonResponse({})


@app.route("/notes", methods=["POST"])
def notes():
    return save(request.form["note"])


def save(note):
    db = psycopg2.connect("dbname=shop")
    # ruleid: python-sql-injection
    db.cursor().execute("UPDATE orders SET note = '{}'".format(note))
    # ok: python-sql-injection
    db.cursor().execute("UPDATE orders SET note = %s", (note,))
    return "saved"


def load():
    db = sqlite3.connect("shop.db")
    # ruleid: python-sql-injection-indirect
    db.execute("DELETE FROM orders WHERE customer = '" + sys.argv[1] + "'")
    # ruleid: python-sql-injection-indirect
    db.execute("DELETE FROM orders WHERE customer = '" + input() + "'")
    # ok: python-sql-injection-indirect
    db.execute("DELETE FROM orders WHERE customer = ?", (sys.argv[1],))
