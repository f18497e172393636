from reader import read_line, read_default


def run():
    # ruleid: flow
    sink(read_line())
    # ok: flow
    sink(read_default())
