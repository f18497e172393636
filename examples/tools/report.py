"""Sends the usage report of a shelf to the archive."""
import sqlite3

import requests

ARCHIVE = "https://archive.internal.example.com/usage"


def usage_of(database: str, customer: str):
    """Weak: the customer's name goes into the statement as text (CWE-89)."""
    connection = sqlite3.connect(database)
    cursor = connection.cursor()
    cursor.execute("SELECT title, plays FROM usage WHERE customer = '%s'" % customer)
    return cursor.fetchall()


def usage_of_customer(database: str, customer: str):
    """Safe twin: the name is a parameter."""
    connection = sqlite3.connect(database)
    cursor = connection.cursor()
    cursor.execute("SELECT title, plays FROM usage WHERE customer = ?", (customer,))
    return cursor.fetchall()


def send(rows) -> None:
    """Weak: any certificate is taken (CWE-295)."""
    requests.post(ARCHIVE, json=rows, timeout=30, verify=False)


def send_checked(rows) -> None:
    """Safe twin."""
    requests.post(ARCHIVE, json=rows, timeout=30)
