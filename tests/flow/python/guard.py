def guarded(trusted):
    text = source()
    if not trusted:
        text = "stranger"
        # ok: flow
        sink(text)
        return
    # ruleid: flow
    sink(text)
