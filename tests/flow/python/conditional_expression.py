def choose(flag):
    wish = source()
    # ruleid: flow
    sink(wish if flag else "default")
    # ok: flow
    sink("yes" if flag else "no")
    # ok: flow
    sink("fixed" if 2 > 1 else wish)
