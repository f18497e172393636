# ruleid: sequence-inward
begin()
if ready:
    finish()

if ready:
    # ok: sequence-inward
    begin()
finish_later()


def out_again(ready):
    # ruleid: sequence-out-again
    box = make()
    if ready:
        change(box)
    send(box)


def another_box():
    # ok: sequence-out-again
    box = make()
    send(box)
    change(box)


# ruleid: sequence-neighbours
lock()
unlock()
# ok: sequence-neighbours
lock()
wait()
unlock()
# ruleid: sequence-tuple
a, b = 1, secret()
# ok: sequence-tuple
a, b = secret(), 1, 2
# ruleid: sequence-loop
for item in items:
    print(item)
# ok: sequence-loop
found = [item for item in items]
# ruleid: sequence-else
if a:
    pass
else:
    pass
# ok: sequence-else
if a:
    pass
# ruleid: sequence-lambda
one = lambda x: x
# ok: sequence-lambda
two = lambda x, y: x


# ruleid: sequence-async
async def later():
    pass


# ok: sequence-async
def now():
    pass


# ruleid: sequence-with
with other() as o, guard(1) as g:
    pass
# ok: sequence-with
with other() as o:
    pass
