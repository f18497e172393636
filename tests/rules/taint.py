def straight():
    a = source(1)
    b = a
    # ruleid: taint-flow
    sink(b)
    b = "constant"
    # ok: taint-flow
    sink(b)
    # ruleid: taint-flow
    sink(f"x {a}")
    # ok: taint-flow
    sink(clean(a))
    # ok: taint-flow
    sink("x", a)

def branches(c):
    a = "safe"
    if c:
        a = source()
    # ruleid: taint-flow
    sink(a)
    if c:
        a = clean(a)
    # ruleid: taint-flow
    sink(a)
    a = clean(a)
    # ok: taint-flow
    sink(a)

def loops(items):
    last = ""
    for item in items:
        # ruleid: taint-flow
        sink(last)
        last = source(item)
    while False:
        # ok: taint-flow
        sink(last)

def parts(o):
    o.a = source()
    o.b = "x"
    # ruleid: taint-flow
    sink(o.a)
    # ok: taint-flow
    sink(o.b)
    d = {"k": source(), "l": 1}
    # ruleid: taint-flow
    sink(d["k"])
    # ok: taint-flow
    sink(d["l"])
    # ruleid: taint-flow
    sink(d[name()])
    x, y = source(), "y"
    # ruleid: taint-flow
    sink(x)
    # ok: taint-flow
    sink(y)
    # ruleid: taint-flow
    sink([v.name for v in d.values()])

def exceptions():
    a = "x"
    try:
        a = source()
        step()
        a = "y"
    except Error:
        # ruleid: taint-flow
        sink(a)
    finally:
        done()

def closures():
    a = source()
    # ruleid: taint-flow
    run_later(lambda: sink(a))

def labels():
    s = secret()
    # ruleid: taint-labels
    send(s)
    encode(s)
    # ok: taint-labels
    send(s)

def propagators():
    parts = []
    # ok: taint-propagator
    sink2(parts)
    parts.append(source2())
    # ruleid: taint-propagator
    sink2(parts)

def typestate(m):
    lock(m)
    # ruleid: taint-side-effect
    lock(m)
    unlock(m)
    # ok: taint-side-effect
    lock(m)

def control():
    # ok: taint-control
    transfer(1)
    begin_unsafe()
    # ruleid: taint-control
    transfer(1)

def handle(request, x):
    # ruleid: taint-parameter-py
    run(request.args["q"])
    # ok: taint-parameter-py
    run(x)


def in_lambda():
    # ruleid: taint-in-lambda
    later(lambda: input())
    # ok: taint-in-lambda
    later(lambda: clean(input()))
    # ok: taint-in-lambda
    later(lambda: 1)


def safe_ways(table):
    x = given()
    # ruleid: taint-safe-ways
    store(x)
    # ruleid: taint-safe-ways
    store(x.text())
    # ok: taint-safe-ways
    store(len(x))
    # ok: taint-safe-ways
    store(table[x])
    # ok: taint-safe-ways
    store(x == 1)
