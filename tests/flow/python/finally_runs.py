def close():
    state = "open"
    try:
        state = source()
    finally:
        # ruleid: flow
        sink(state)
        state = "closed"
    # ok: flow
    sink(state)
