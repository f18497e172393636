from events import Bus


def log(payload):
    # ruleid: flow
    sink(payload)


def mute(payload):
    # ok: flow
    sink("muted")


def run():
    bus = Bus()
    bus.on("order", log)
    bus.on("tick", mute)
    bus.emit("order", source())
    bus.emit("tick", source())
