def outer(text, note):
    middle("[" + text + "]", note)


def middle(text, note):
    inner(text, note)


def inner(text, note):
    # ruleid: flow
    sink(text)
    # ok: flow
    sink(note)


def run():
    outer(source(), "note")
