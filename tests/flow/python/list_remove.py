def queue():
    jobs = ["first", source(), "last"]
    jobs.pop(0)
    # ruleid: flow
    sink(jobs[0])
    # ok: flow
    sink(jobs[1])


def push_in_front():
    jobs = []
    jobs.append(source())
    jobs.insert(0, "urgent")
    # ok: flow
    sink(jobs[0])
    # ruleid: flow
    sink(jobs[1])
