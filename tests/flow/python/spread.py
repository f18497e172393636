def second(a, b):
    return b


def run():
    parts = ["one", source()]
    # ruleid: flow
    sink(second(*parts))
    options = {"a": source(), "b": "two"}
    # ok: flow
    sink(second(**options))
    head, *tail = parts
    # ok: flow
    sink(head)
    # ruleid: flow
    sink(tail[0])
