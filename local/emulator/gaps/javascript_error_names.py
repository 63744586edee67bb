from contextvars import ContextVar

from gaps.replacing import replace

FAILURE = ContextVar("failure", default=None)
DEATH = "Worker process died"


def close() -> None:
    """Closes: every JavaScript error becomes ``Runtime.HandlerError``, so that Retry and Catch never match.

    The worker script sends the error's name and stack along, and the result of the invocation carries
    them as ``errorType`` and ``trace``, as AWS does. A function whose process died is ``Runtime.ExitError``.
    """
    from ministack.core import lambda_runtime
    from ministack.services import lambda_svc

    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    for stock, named in (
        ('error: String(err.message || err), trace: err.stack || ""',
         'error: String(err.message ?? err), type: err.name, trace: err.stack || ""'),
        ('error: e.message, trace: e.stack', 'error: e.message, type: e.name, trace: e.stack'),
    ):
        if stock not in script:
            raise SystemExit("MiniStack's Node worker is not the one this project was written for.")
        script = script.replace(stock, named)
    lambda_runtime._NODEJS_WORKER_SCRIPT = script
    replace(lambda_runtime.Worker, "invoke", remembering_failure)
    replace(lambda_svc, "_execute_function_warm", naming_failure)


def remembering_failure(invoke):
    """Keeps the worker's answer, which the caller would reduce to a message."""
    def invoke_and_remember(self, *args, **named):
        response = invoke(self, *args, **named)
        FAILURE.set(response if response.get("status") == "error" else None)
        return response

    return invoke_and_remember


def naming_failure(execute):
    """Gives the result of a failed invocation the name its function gave it."""
    def execute_and_name(func, event, request_id):
        FAILURE.set(None)
        result = execute(func, event, request_id)
        failure = FAILURE.get()
        body = result.get("body")
        if failure and isinstance(body, dict) and body.get("errorType") == "Runtime.HandlerError":
            if failure.get("type"):
                body["errorType"] = failure["type"]
                body["trace"] = str(failure.get("trace", "")).split("\n")
            elif failure.get("error") == DEATH:
                body["errorType"] = "Runtime.ExitError"
        return result

    return execute_and_name
