import config


def run():
    text = source()
    if config.DEBUG:
        # ok: flow
        sink(text)
    if config.STRICT:
        # ruleid: flow
        sink(text)
