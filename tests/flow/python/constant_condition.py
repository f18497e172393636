def folded():
    answer = source()
    count = 106
    if (7 * 18) + count > 200:
        answer = "always"
    # ok: flow
    sink(answer)


def folded_other_way():
    answer = source()
    count = 106
    if (7 * 18) - count > 200:
        answer = "never"
    # ruleid: flow
    sink(answer)
