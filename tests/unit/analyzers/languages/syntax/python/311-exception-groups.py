async def run(*args: *Ts) -> None:
    before(1)
    try:
        go()
    except* ValueError as group:
        print(group)
    except* (TypeError, OSError):
        pass
    async with asyncio.timeout(1):
        await go()
    x[*args, 1]
after(1)
