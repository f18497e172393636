from flask import Flask, request
from pymongo import MongoClient
from pymongo.collection import Collection

app = Flask(__name__)


def customers() -> Collection:
    return MongoClient().shop.customers


@app.route("/customers", methods=["POST"])
def find():
    # ruleid: python-nosql-injection
    customers().find_one({"name": request.get_json()["name"]})
    # ok: python-nosql-injection
    customers().find_one({"name": "admin"})
    return "ok"
