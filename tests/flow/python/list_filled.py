def fill(lines, line):
    lines.append(line)


def run():
    typed = []
    fixed = []
    fill(typed, source())
    fill(fixed, "fixed")
    # ruleid: flow
    sink(typed[0])
    # ok: flow
    sink(fixed[0])
