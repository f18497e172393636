def rename():
    title = source()
    title = "untitled"
    # ok: flow
    sink(title)


def keep():
    title = "untitled"
    title = source()
    # ruleid: flow
    sink(title)
