def on_message(handler):
    handler(source())


def on_tick(handler):
    handler("tick")


def print_message(text):
    # ruleid: flow
    sink(text)


def print_tick(text):
    # ok: flow
    sink(text)


def listen():
    on_message(print_message)
    on_tick(print_tick)
