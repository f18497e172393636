def headers():
    sent = {}
    sent["agent"] = source()
    sent["agent"] = "crawler"
    # ok: flow
    sink(sent["agent"])
    sent["host"] = "localhost"
    sent["host"] = source()
    # ruleid: flow
    sink(sent["host"])
