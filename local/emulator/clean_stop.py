"""Leaves a mark when the state was written, so that the next start knows whether it can be trusted."""

import logging
import os
import threading
from pathlib import Path

# Open requests get this long to finish once a stop was asked for.
OPEN_REQUESTS_SECONDS = 0.5
# Time for the server to close its sockets after the state was written.
CLOSING_SECONDS = 0.5


def mark_clean_stops(ministack_app, path: str) -> None:
    """Removes the mark with every request, and sets it once every service's state is on disk.

    MiniStack writes its state on a clean stop only, and reports a service it could not write in its log
    alone. It then waits for every function that still runs, which can take minutes: nothing they do after
    that is kept, so the process ends.
    """
    from hypercorn.config import Config

    mark = Path(path)
    failures = SaveFailures()
    logging.getLogger("persistence").addHandler(failures)
    Config.graceful_timeout = OPEN_REQUESTS_SECONDS
    save_all, serve = ministack_app.save_all, ministack_app.app

    def save_and_mark(services):
        save_all(services)
        if not failures.seen:
            mark.write_text("stopped\n")
        end = threading.Timer(CLOSING_SECONDS, lambda: os._exit(0))
        end.daemon = True
        end.start()

    async def unmark_and_serve(scope, receive, send):
        if scope["type"] == "http":
            mark.unlink(missing_ok=True)
        await serve(scope, receive, send)

    ministack_app.save_all = save_and_mark
    ministack_app.app = unmark_and_serve


class SaveFailures(logging.Handler):
    """Remembers whether the writing of any state failed."""

    def __init__(self):
        super().__init__(level=logging.ERROR)
        self.seen = False

    def emit(self, record):
        self.seen = True
