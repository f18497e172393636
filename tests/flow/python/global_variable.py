last_request = "none"


def receive():
    global last_request
    last_request = source()


def report():
    # ruleid: flow
    sink(last_request)


def run():
    receive()
    report()
