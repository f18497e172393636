def normalize():
    raw = source()
    # ruleid: flow
    sink(raw.strip().lower().replace("<", ""))
    # ruleid: flow
    sink(raw[1:20])
    # ruleid: flow
    sink(" ".join(raw.split(",")))
    # ok: flow
    sink("NAME".lower())
