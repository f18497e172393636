def run():
    if (line := source()) != "":
        # ruleid: flow
        sink(line)
    if (line := "fixed") != "":
        # ok: flow
        sink(line)
