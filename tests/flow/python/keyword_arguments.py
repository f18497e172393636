def connect(host="localhost", user="guest"):
    return host


def run():
    typed = source()
    # ruleid: flow
    sink(connect(user="me", host=typed))
    # ok: flow
    sink(connect(user=typed, host="db"))
