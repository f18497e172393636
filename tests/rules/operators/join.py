def answered(request):
    # ruleid: join-handlers
    run(request)


def internal(request):
    # ok: join-handlers
    run(request)


route("/a", answered)
