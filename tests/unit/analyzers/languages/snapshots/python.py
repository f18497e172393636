from os import path as p, system


@app.route("/x", methods=["GET"])
async def greet(name, count=1, *rest: int, **options) -> str:
    if count > 0x10:
        system(f"echo {name}", shell=True)
    elif not p.exists(name):
        raise ValueError("none")
    a = b.c[0] = [x for x in rest]
    return {"a": 1, **options}
