def write(text):
    # ruleid: flow
    sink(text)


def write_constant(text):
    # ok: flow
    sink(text)


def run():
    write(source())
    write_constant("fixed")
