FIRST_LINE_WAIT_SECONDS = 0.003
IDLE_CONFIRM_SECONDS = 0.002
HARD_CAP_SECONDS = 0.25


def close() -> None:
    """Closes: a warm invocation that logs nothing waits 50 ms for a line on standard error.

    Node writes to a pipe synchronously, so its lines are there before its answer is; the reader only
    needs the time to pick them up.
    """
    from ministack.core import lambda_runtime

    drain = lambda_runtime.Worker._drain_stderr_bounded
    if drain.__defaults__ != (0.050, 0.005, 0.250):
        raise SystemExit("MiniStack's waits for standard error are not the ones this project was written for.")
    drain.__defaults__ = (FIRST_LINE_WAIT_SECONDS, IDLE_CONFIRM_SECONDS, HARD_CAP_SECONDS)
