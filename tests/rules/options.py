# ruleid: ac-on
open(FLAG_A | FLAG_B)
# ruleid: ac-on, ac-off
open(FLAG_B | FLAG_A)
# ruleid: ac-on
open(FLAG_A | FLAG_C | FLAG_B)


def unify():
    # ruleid: unify-off
    x = get()

    def inner(x):
        use(x)


def unify_same():
    # ruleid: unify-on, unify-off
    x = get()
    use(x)


# ruleid: deep-expr-on, deep-expr-off
deep(user)
# ruleid: deep-expr-on
deep(a + b(user))


def nested(c):
    # ruleid: deep-stmt-on
    begin()
    if c:
        end()


def flat(c):
    # ruleid: deep-stmt-on, deep-stmt-off
    begin()
    if c:
        other()
    end()


# ruleid: decorators-any-order
@login
@route
def one(): pass


# ruleid: decorators-any-order, decorators-in-order
@route
@cached
@login
def two(): pass
