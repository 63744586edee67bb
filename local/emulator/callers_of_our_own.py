"""Lets only local programs and this project's own pages call the emulator."""

from urllib.parse import urlsplit

REFUSAL = b'{"message":"Refused: only local programs and the pages of this project may call the embedded AWS."}'


def refuse_foreign_callers(ministack_app, port: str, origins: str) -> None:
    """Puts an allow-list of Host and Origin before the application.

    Closes: MiniStack answers every Origin and Host, so any web page that is open in a browser could
    read and delete what is stored here, directly or by rebinding its own name to 127.0.0.1.
    """
    inner = ministack_app.app
    own_host = f"127.0.0.1:{port}"
    own_origins = frozenset(origin for origin in origins.split(",") if origin)

    async def guarded(scope, receive, send):
        if scope["type"] not in ("http", "websocket") or is_our_own(scope, own_host, own_origins):
            await inner(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(REFUSAL))]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": REFUSAL})

    ministack_app.app = guarded


def is_our_own(scope, own_host: str, own_origins: frozenset) -> bool:
    """Says whether a request names us as its host and comes from no page, or from a page of ours."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    host = headers.get("host", "")
    if host != own_host and not host.endswith("." + own_host):
        return False
    if "origin" in headers:
        return headers["origin"] in own_origins
    # An <img> or a link sends no Origin, but browsers say where a request comes from.
    if headers.get("sec-fetch-site", "none") == "none":
        return True
    referrer = urlsplit(headers.get("referer", ""))
    return f"{referrer.scheme}://{referrer.netloc}" in own_origins
