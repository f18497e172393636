def last(*parts):
    return parts[-1]


def joined(*parts):
    return "/".join(parts)


def run():
    # ruleid: flow
    sink(joined("a", "b", source()))
    # ok: flow
    sink(joined("a", "b", "c"))
    # ok: flow
    sink(last(source(), "end"))
