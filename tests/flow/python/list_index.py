def columns():
    row = ["id", source(), "date"]
    # ok: flow
    sink(row[0])
    # ruleid: flow
    sink(row[1])
    # ok: flow
    sink(row[2])
