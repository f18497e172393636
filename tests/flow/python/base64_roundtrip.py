import base64


def decode():
    coded = base64.b64encode(source().encode("utf-8"))
    # ruleid: flow
    sink(base64.b64decode(coded).decode("utf-8"))
    fixed = base64.b64encode(b"fixed")
    # ok: flow
    sink(base64.b64decode(fixed).decode("utf-8"))
