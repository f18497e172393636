def label():
    part = source()
    # ruleid: flow
    sink("part {} of {}".format(part, 3))
    # ruleid: flow
    sink("part %s of %d" % (part, 3))
    # ok: flow
    sink("part {} of {}".format("engine", 3))
