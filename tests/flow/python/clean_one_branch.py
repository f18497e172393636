def store(strict):
    text = source()
    if strict:
        text = clean(text)
    # ruleid: flow
    sink(text)


def store_always(strict):
    text = source()
    if strict:
        text = clean(text)
    else:
        text = clean(text.strip())
    # ok: flow
    sink(text)
