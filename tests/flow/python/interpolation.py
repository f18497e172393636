def greet():
    guest = source()
    host = "Sam"
    # ruleid: flow
    sink(f"{host} welcomes {guest}")
    # ok: flow
    sink(f"{host} welcomes everyone")
