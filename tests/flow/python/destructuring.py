def coordinates():
    return source(), "north"


def locate():
    place, direction = coordinates()
    # ruleid: flow
    sink(place)
    # ok: flow
    sink(direction)
    direction, place = place, direction
    # ruleid: flow
    sink(direction)
    # ok: flow
    sink(place)
