def lines():
    yield "header"
    yield source()


def headers():
    yield "one"
    yield "two"


def run():
    for line in lines():
        # ruleid: flow
        sink(line)
    for line in headers():
        # ok: flow
        sink(line)
