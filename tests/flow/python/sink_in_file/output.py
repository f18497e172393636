def write(text):
    # ruleid: flow
    sink(text)


def write_quietly(text):
    # ok: flow
    sink(clean(text))
