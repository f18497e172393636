def profile():
    person = {"name": source(), "country": "IT"}
    # ruleid: flow
    sink(person["name"])
    # ok: flow
    sink(person["country"])
    # ruleid: flow
    sink(person.get("name"))
