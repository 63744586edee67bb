import logging

DECLARED_ONLY = (
    "AWS::ApplicationAutoScaling::ScalableTarget",
    "AWS::ApplicationAutoScaling::ScalingPolicy",
    "AWS::Backup::BackupSelection",
    "AWS::CloudTrail::Trail",
    "AWS::CloudWatch::CompositeAlarm",
    "AWS::Cognito::UserPoolUser",
    "AWS::Logs::QueryDefinition",
    "AWS::SES::ReceiptFilter",
)

logger = logging.getLogger("lethe.declared_only")


def close() -> None:
    """Closes: one resource of a type MiniStack does not know, or a metric-math alarm, fails a whole template.

    These types are accepted and do nothing. Each says so in the log and in its physical id.
    """
    from ministack.services.cloudformation import provisioners

    handlers = provisioners._RESOURCE_HANDLERS
    for resource_type in DECLARED_ONLY:
        handlers.setdefault(resource_type, {"create": declare, "update": declare_again, "delete": forget})
    alarm = handlers["AWS::CloudWatch::Alarm"]
    create, update, delete = alarm["create"], alarm["update"], alarm["delete"]
    alarm["create"] = lambda logical_id, props, stack: (
        declare if props.get("Metrics") else create)(logical_id, props, stack)
    alarm["update"] = lambda physical_id, old, new, stack, *rest, **named: (
        declare_again(physical_id, old, new, stack) if new.get("Metrics") or old.get("Metrics")
        else update(physical_id, old, new, stack, *rest, **named))
    alarm["delete"] = lambda physical_id, props, *rest: (
        forget(physical_id, props) if props.get("Metrics") else delete(physical_id, props, *rest))


def declare(logical_id: str, props: dict, stack_name: str) -> tuple:
    """Records the resource, and does nothing else."""
    from ministack.core.responses import get_account_id, get_region

    physical_id = f"declared-only-{stack_name}-{logical_id}"
    logger.warning("%s of %s is declared only: the embedded AWS does not run it", logical_id, stack_name)
    arn = f"arn:aws:declared-only:{get_region()}:{get_account_id()}:{physical_id}"
    return physical_id, {"Arn": arn, "Id": physical_id}


def declare_again(physical_id: str, old_props: dict, new_props: dict, stack_name: str, *rest) -> tuple:
    """Keeps the record."""
    return physical_id, {"Arn": physical_id, "Id": physical_id}


def forget(physical_id: str, props: dict, *rest) -> None:
    """Has nothing to delete."""
