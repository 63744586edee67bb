from gaps.replacing import after_provisioning, must


def close() -> None:
    """Closes: CloudFormation drops a function's reserved concurrency and its dead-letter queue."""
    after_provisioning("AWS::Lambda::Function", apply)


def apply(name: str, props: dict) -> None:
    """Sets both as the template has them, absent ones included."""
    from ministack.services import lambda_svc

    function = lambda_svc._functions[name]
    reserved = props.get("ReservedConcurrentExecutions")
    function["concurrency"] = None if reserved is None else int(reserved)
    dead_letter = props.get("DeadLetterConfig") or {}
    must(lambda_svc._validate_dead_letter_config(dead_letter) or (200, {}, b""), f"The dead-letter queue of {name}")
    function["config"]["DeadLetterConfig"] = dead_letter
