import sqlite3

import pandas as pd
from django.contrib.auth.models import User
from psycopg2 import sql
from sqlalchemy import text

TABLE = "orders"


def by_customer(connection, customer):
    cursor = connection.cursor()
    # ruleid: python-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE customer = '{customer}'")
    return cursor.fetchall()


def by_number(connection, number):
    # ruleid: python-sql-injection
    return connection.execute("SELECT * FROM orders WHERE number = '%s'" % number)


def remove(connection, order_id):
    # ruleid: python-sql-injection
    connection.execute("DELETE FROM orders WHERE id = {}".format(order_id))


def by_state(session, state):
    query = "SELECT id, total FROM orders WHERE state = '" + state + "'"
    # ruleid: python-sql-injection
    return session.execute(text(f"SELECT id FROM orders WHERE state = '{state}'")), session.execute(query)


def users(name):
    # ruleid: python-sql-injection
    return User.objects.raw("SELECT * FROM auth_user WHERE username = '%s'" % name)


def table(engine, region):
    statement = f"""
        SELECT * FROM orders
        WHERE region = '{region}'
    """
    # ruleid: python-sql-injection
    return pd.read_sql(statement, engine)


def by_customer_bound(connection, customer):
    cursor = connection.cursor()
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM orders WHERE customer = %s", (customer,))
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM " + TABLE + " ORDER BY id")
    return cursor.fetchall()


def composed(cursor, column):
    # ok: python-sql-injection
    cursor.execute(sql.SQL("SELECT {} FROM orders").format(sql.Identifier(column)))


def upgrade(op, column):
    # ok: python-sql-injection
    op.execute(f"ALTER TABLE orders DROP COLUMN {column}")


def run(job, name):
    # ok: python-sql-injection
    job.execute(f"import of {name}")


def counted(connection: sqlite3.Connection, days):
    query = "SELECT count(*) FROM orders WHERE age < ?"
    # ok: python-sql-injection
    return connection.execute(query, (days,))
