def fallback():
    nickname = source() or "anonymous"
    # ruleid: flow
    sink(nickname)
    nickname = "" or source()
    # ruleid: flow
    sink(nickname)
    nickname = "" or "anonymous"
    # ok: flow
    sink(nickname)
