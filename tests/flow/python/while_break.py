def until_found(found):
    token = "none"
    while True:
        token = source()
        if found:
            break
        token = "again"
        if token == "again":
            return
    # ruleid: flow
    sink(token)


def until_cleared(found):
    token = source()
    while True:
        token = "cleared"
        if token:
            break
    # ok: flow
    sink(token)
