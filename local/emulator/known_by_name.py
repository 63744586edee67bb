"""Lets whoever started the emulator know it from another one that took the port meanwhile."""

HEALTH = "/_ministack/health"


def answer_by_name(ministack_app, name: str) -> None:
    """Adds the name that this process was given to what it answers about its health."""
    inner = ministack_app.app
    header = (b"x-lethe-emulator", name.encode("ascii"))

    async def named(scope, receive, send):
        async def send_named(message):
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), header]}
            await send(message)

        is_asked = scope["type"] == "http" and scope["path"] == HEALTH
        await inner(scope, receive, send_named if is_asked else send)

    ministack_app.app = named
