def stop_early():
    text = source()
    return None
    # ok: flow
    sink(text)


def goes_on():
    text = source()
    # ruleid: flow
    sink(text)
