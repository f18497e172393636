def audited():
    return True


def limit():
    return 7 * 6


def run():
    text = source()
    if not audited():
        # ok: flow
        sink(text)
    if limit() > 40:
        # ruleid: flow
        sink(text)
