import asyncio


async def fetch():
    await asyncio.sleep(0)
    return source()


async def ping():
    await asyncio.sleep(0)
    return "pong"


async def work():
    # ruleid: flow
    sink(await fetch())
    # ok: flow
    sink(await ping())


def main():
    asyncio.run(work())
