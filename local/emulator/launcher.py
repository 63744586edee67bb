"""Starts MiniStack with the gaps closed that matter to this project.

MiniStack is not changed on disk: each module of ``gaps`` replaces the functions it names, in this
process. That only holds for the version the replacements were written against, so any other is refused.
"""

import os
import signal
import sys
import threading
from importlib.metadata import version

from callers_of_our_own import refuse_foreign_callers
from clean_stop import mark_clean_stops
from gaps import close_gaps
from known_by_name import answer_by_name

SUPPORTED_VERSION = "1.5.33"


def main() -> None:
    """Runs the emulator until SIGTERM or the end of standard input."""
    require_supported_version()
    # The argument, the folder, only tells other programs whose emulator this is.
    del sys.argv[1:]
    close_gaps(without=os.environ.get("LETHE_EMULATOR_WITHOUT", ""))

    from ministack import app as ministack_app

    mark_clean_stops(ministack_app, os.environ["LETHE_EMULATOR_CLEAN_STOP_MARK"])
    refuse_foreign_callers(
        ministack_app,
        port=os.environ["GATEWAY_PORT"],
        origins=os.environ.get("LETHE_EMULATOR_ORIGINS", ""),
    )
    answer_by_name(ministack_app, os.environ["LETHE_EMULATOR_NAME"])
    threading.Thread(target=stop_with_parent, daemon=True).start()
    ministack_app.main()


def require_supported_version() -> None:
    """Ends with a message naming both versions unless MiniStack is the supported one."""
    installed = version("ministack")
    if installed != SUPPORTED_VERSION:
        sys.exit(
            f"MiniStack {installed} is installed, but its gaps are closed for {SUPPORTED_VERSION} only. "
            "Remove the folder .lethe/python and start again."
        )


def stop_with_parent() -> None:
    """Asks this process to end as on SIGTERM once the parent has closed our standard input, or died."""
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
