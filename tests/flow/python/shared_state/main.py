import state


def run():
    state.login(source())
    # ruleid: flow
    sink(state.current_user)
    # ok: flow
    sink(state.region)
