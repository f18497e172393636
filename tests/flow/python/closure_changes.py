def collect():
    latest = "none"
    oldest = "none"

    def update():
        nonlocal latest
        latest = source()

    update()
    # ruleid: flow
    sink(latest)
    # ok: flow
    sink(oldest)
