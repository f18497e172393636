def route():
    mode = "B"
    target = ""
    match mode:
        case "A":
            target = source()
        case "B":
            target = "home"
        case _:
            target = source()
    # ok: flow
    sink(target)


def route_unknown(mode):
    match mode:
        case 0:
            target = source()
        case _:
            target = "home"
    # ruleid: flow
    sink(target)
