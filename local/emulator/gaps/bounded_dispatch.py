import contextvars
import json
import logging
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor

# Below the account's concurrency, so that synchronous calls always find room.
AT_ONCE = max(2, int(os.environ.get("LAMBDA_ACCOUNT_CONCURRENCY", "16")) // 2)
# https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
RETRIES = 2
MAX_AGE_SECONDS = 21_600
FIRST_DELAY_SECONDS = float(os.environ.get("LAMBDA_ASYNC_RETRY_BASE_SECONDS", "1"))
THROTTLED_DELAY_SECONDS = 0.25

logger = logging.getLogger("lethe.dispatch")
pool = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="async-invoke")


def close() -> None:
    """Closes: every event from S3 or EventBridge gets a thread and, at once, a Node process of its own.

    A thousand puts then freeze the machine. Here they wait in a queue for one of a few workers. Events of
    EventBridge are also tried again when their function fails, as on AWS; stock drops them.
    """
    from ministack.services import eventbridge, lambda_svc

    lambda_svc.invoke_async_with_retry = invoke_in_turn
    eventbridge._dispatch_to_lambda = dispatch_event


def invoke_in_turn(func: dict, event: dict) -> None:
    """Queues one asynchronous invocation with AWS's two retries."""
    context = contextvars.copy_context()
    pool.submit(context.run, attempt, func, event, 0, time.monotonic())


def attempt(func: dict, event: dict, failures: int, queued_at: float) -> None:
    """Invokes once; a failure goes back to the queue later, the last one to its destination."""
    from ministack.services import lambda_svc

    try:
        result = lambda_svc._execute_function_with_config_scope(func, event)
    except Exception as error:
        logger.exception("An asynchronous invocation could not be made")
        result = {"error": True, "body": {"errorMessage": str(error), "errorType": type(error).__name__}}
    if not result.get("error"):
        return
    settings = invocation_settings(func)
    aged = time.monotonic() - queued_at > int(settings.get("MaximumEventAgeInSeconds", MAX_AGE_SECONDS))
    throttled = bool(result.get("throttle"))
    if not aged and throttled:
        later(THROTTLED_DELAY_SECONDS, func, event, failures, queued_at)
    elif not aged and failures < int(settings.get("MaximumRetryAttempts", RETRIES)):
        later(FIRST_DELAY_SECONDS * 2**failures, func, event, failures + 1, queued_at)
    else:
        give_up(func, settings, event, result)


def later(delay_seconds: float, func: dict, event: dict, failures: int, queued_at: float) -> None:
    """Queues the next attempt after a delay that occupies no worker."""
    context = contextvars.copy_context()
    timer = threading.Timer(
        delay_seconds, lambda: pool.submit(context.run, attempt, func, event, failures, queued_at)
    )
    timer.daemon = True
    timer.start()


def give_up(func: dict, settings: dict, event: dict, result: dict) -> None:
    """Hands an event that failed for good to the function's failure destination or dead-letter queue."""
    from ministack.services import lambda_svc

    config = func.get("config") or func
    destination = ((settings.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination")
    destination = destination or (config.get("DeadLetterConfig") or {}).get("TargetArn")
    if destination:
        lambda_svc._run_with_function_config_scope(
            config, lambda_svc._route_async_failure, destination, config["FunctionName"], event, result
        )


def invocation_settings(func: dict) -> dict:
    """Returns the function's settings for asynchronous invocations, empty when it has none."""
    return func.get("event_invoke_config") or (func.get("event_invoke_configs") or {}).get("$LATEST") or {}


def dispatch_event(arn: str, payload: str) -> None:
    """Queues the invocation of an EventBridge target."""
    from ministack.services import lambda_svc

    func, config, name = lambda_svc._get_func_record_for_ref(arn)
    if not func or not config:
        logger.warning("EventBridge: function %s not found", name)
        return
    invoke_in_turn(lambda_svc._execution_record_for_config(func, config), json.loads(payload))
