import json

from gaps.replacing import replace

REPORTS = "ReportBatchItemFailures"
# What a mapping does that says nothing: tries until the stream forgets, after a day.
FOR_EVER = -1

attempts: dict[str, int] = {}


def close() -> None:
    """Closes: a batch of a table's stream of which some items failed counts as done, and is never tried again.

    AWS sends it again from the first that failed, as often as the mapping says, and then tells its failure
    destination. Here the whole batch comes again, which its function has to bear anyhow.
    See https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
    """
    from ministack.services import lambda_svc

    replace(lambda_svc, "_execute_function", failing_as_reported)


def failing_as_reported(execute):
    """Makes a batch fail of which its function says that something failed."""
    def execute_batch(func_rec, event, *args, **named):
        result = execute(func_rec, event, *args, **named)
        mapping = mapping_of(func_rec, event)
        if mapping is None:
            return result
        records = event["Records"]
        name = f"{mapping['UUID']}:{records[0]['dynamodb']['SequenceNumber']}"
        if not result.get("error") and not reports_failures(mapping, result):
            attempts.pop(name, None)
            return result
        attempts[name] = attempts.get(name, 0) + 1
        retries = int(mapping.get("MaximumRetryAttempts", FOR_EVER))
        if retries == FOR_EVER or attempts[name] <= retries:
            return {**result, "error": True}
        attempts.pop(name)
        give_up(mapping, func_rec, records, result)
        return {**result, "error": False}

    return execute_batch


def mapping_of(func_rec: dict, event) -> dict | None:
    """Returns the mapping that a batch of a table's stream came by, None of any other invocation."""
    from ministack.services import lambda_svc

    records = event.get("Records") if isinstance(event, dict) else None
    if not records or records[0].get("eventSource") != "aws:dynamodb":
        return None
    name = (func_rec.get("config") or func_rec).get("FunctionName")
    source = records[0].get("eventSourceARN")
    for _, _, mapping in lambda_svc._iter_all_esms():
        if mapping.get("FunctionName") == name and mapping.get("EventSourceArn") == source:
            return mapping
    return None


def reports_failures(mapping: dict, result: dict) -> bool:
    """Says whether the function reported items that failed, and is asked to."""
    if REPORTS not in (mapping.get("FunctionResponseTypes") or []):
        return False
    body = result.get("body")
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except json.JSONDecodeError:
            return False
    return bool(isinstance(body, dict) and body.get("batchItemFailures"))


def give_up(mapping: dict, func_rec: dict, records: list, result: dict) -> None:
    """Tells the mapping's failure destination which records were not dealt with."""
    from ministack.services import lambda_svc

    lambda_svc._send_ddb_stream_failure_record(
        mapping, func_rec, records, mapping["EventSourceArn"], result, "RetryAttemptsExhausted"
    )
